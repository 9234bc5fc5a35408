using Microsoft.Extensions.DependencyInjection.Extensions;
using Newswire.Archiver.Consumers;
using Newswire.Contracts;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Failures;
using Newswire.ServiceDefaults.Health;
using Newswire.ServiceDefaults.RawStore;

namespace Newswire.Archiver;

/// <summary>The archiver: everything that ends in the database.</summary>
public static class ArchiverRole
{
    /// <summary>Section and short name of the archive's address.</summary>
    public const string AddressKey = "Archive:Address";

    /// <summary>The archive itself, for roles and verbs that only use it.</summary>
    public static NewswireBuilder AddArchive(this NewswireBuilder newswire)
    {
        try
        {
            newswire.Services.AddArchive(newswire.Configuration[AddressKey] ?? ArchiveFactory.DefaultAddress);
        }
        catch (ArgumentException e)
        {
            throw new OptionsException($"{AddressKey}: {e.Message}");
        }

        newswire.Services.Replace(ServiceDescriptor.Singleton<IRawStore, ArchiveRawStore>());
        newswire.Services.AddHealthChecks().AddCheck<ArchiveHealthCheck>("archive", tags: [HealthEndpoints.Ready]);
        return newswire;
    }

    public static NewswireBuilder AddArchiver(this NewswireBuilder newswire)
    {
        newswire.Services.AddSingleton<SettledItems>();
        newswire.Services.AddSingleton<KilledText>();
        newswire.Services.AddHostedService<DeadLetterDrain>();
        newswire.Services.AddHostedService<TranslationSweeper>();
        return newswire
            .Consume<KeepRawConsumer, DispatchReceived>("keep-raw", o => o.ArchiveBatch * 2, o => o.ArchiveBatch * 2)
            .Consume<ArchiveConsumer, DispatchEnriched>("archive", o => o.ArchiveBatch * 2, o => o.ArchiveBatch * 2)
            .Consume<ArchiveTranslationConsumer, DispatchTranslated>("archive-translation", _ => 32, _ => 4)
            .Consume<OfferTranslationsConsumer, TranslatorReady>("offer-translations", _ => 1, _ => 1)
            .Consume<QuarantineConsumer, DispatchQuarantined>("quarantine", _ => 32, _ => 4);
    }
}
