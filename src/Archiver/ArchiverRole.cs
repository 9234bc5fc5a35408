using Microsoft.Extensions.DependencyInjection.Extensions;
using Newswire.Archiver.Consumers;
using Newswire.Contracts;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Failures;
using Newswire.ServiceDefaults.RawStore;

namespace Newswire.Archiver;

/// <summary>The archiver: everything that ends in the database.</summary>
public static class ArchiverRole
{
    public static NewswireBuilder AddArchiver(this NewswireBuilder newswire)
    {
        newswire.Services.Replace(ServiceDescriptor.Singleton<IRawStore, ArchiveRawStore>());
        newswire.Services.AddHostedService<DeadLetterDrain>();
        return newswire
            .Consume<KeepRawConsumer, DispatchReceived>("keep-raw", o => o.ArchiveBatch * 2, o => o.ArchiveBatch * 2)
            .Consume<ArchiveConsumer, DispatchEnriched>("archive", o => o.ArchiveBatch * 2, o => o.ArchiveBatch * 2)
            .Consume<ArchiveTranslationConsumer, DispatchTranslated>("archive-translation", _ => 32, _ => 4)
            .Consume<QuarantineConsumer, DispatchQuarantined>("quarantine", _ => 32, _ => 4);
    }
}
