using System.Text;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests;

public sealed class When_a_dispatch_is_named
{
    [Fact]
    public void The_same_bytes_from_the_same_source_are_the_same_dispatch()
        => Assert.Equal(DispatchIdentity.ForDispatch("belga", "x"u8), DispatchIdentity.ForDispatch("belga", "x"u8));

    [Fact]
    public void Another_source_or_other_bytes_are_another_dispatch()
    {
        var one = DispatchIdentity.ForDispatch("belga", "x"u8);
        Assert.NotEqual(one, DispatchIdentity.ForDispatch("afp", "x"u8));
        Assert.NotEqual(one, DispatchIdentity.ForDispatch("belga", "y"u8));
    }

    [Fact]
    public void The_id_is_a_version_8_uuid_over_sha256_so_that_any_program_can_compute_it()
        => Assert.Equal("59b271ae", DispatchIdentity.ForDispatch("a", Encoding.UTF8.GetBytes("b")).ToString()[..8]);
}
