namespace Newswire.Pipeline.ContainerTests;

/// <summary>Says why nothing ran, so that a report without containers does not look like one with them.</summary>
public sealed class When_containers_are_off
{
    [Fact(Skip = "needs Docker: dotnet test tests/Pipeline.ContainerTests -p:Containers=true")]
    public void The_contract_suites_run_against_locally_installed_servers_only()
    {
    }
}
