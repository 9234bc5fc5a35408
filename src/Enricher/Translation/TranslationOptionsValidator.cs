using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Newswire.Enricher.Translations;

/// <summary>Stops the start-up on options that cannot be meant, saying which and what to write instead.</summary>
internal sealed class TranslationOptionsValidator : IValidateOptions<TranslationOptions>
{
    private static readonly string[] Engines = ["apertium", "libretranslate", "deepl", "openai"];
    private static readonly string[] Egresses = ["any", "local", "none"];

    public ValidateOptionsResult Validate(string? name, TranslationOptions options)
    {
        var problems = new List<string>();
        foreach (var part in new object[] { options, options.Apertium, options.LibreTranslate, options.DeepL, options.OpenAi, options.Memory })
        {
            var found = new List<ValidationResult>();
            Validator.TryValidateObject(part, new ValidationContext(part), found, validateAllProperties: true);
            problems.AddRange(found.Select(f => $"{part.GetType().Name}: {f.ErrorMessage}"));
        }
        foreach (var (pair, chain) in options.Chains)
        {
            if (pair != "*" && pair.Split('>') is not [{ Length: > 0 }, { Length: > 0 }])
                problems.Add($"Chains: '{pair}' is no pair; write source>target such as fr>en, *>en, or *");
            problems.AddRange(chain.Where(e => !Engines.Contains(e, StringComparer.OrdinalIgnoreCase))
                .Select(e => $"Chains: '{e}' is no engine; known are {string.Join(", ", Engines)}"));
        }
        problems.AddRange(options.MonthlyCharacters.Keys.Where(e => !Engines.Contains(e, StringComparer.OrdinalIgnoreCase))
            .Select(e => $"MonthlyCharacters: '{e}' is no engine; known are {string.Join(", ", Engines)}"));
        problems.AddRange(options.MinQuality.Where(q => !QualityTiers.IsKnown(q.Value)).Select(q => $"MinQuality:{q.Key}: '{q.Value}' is none of gist, neural, llm, human"));
        problems.AddRange(options.Egress.Where(e => !Egresses.Contains(e.Value)).Select(e => $"Egress:{e.Key}: '{e.Value}' is none of any, local, none"));
        problems.AddRange(options.Apertium.Routes.Where(r => r.Key.Split('>') is not [{ Length: > 0 }, { Length: > 0 }])
            .Select(r => $"Apertium:Routes: '{r.Key}' is no pair; write source>target"));
        problems.AddRange(new[] { options.LibreTranslate.KeyFile, options.DeepL.KeyFile, options.OpenAi.KeyFile }
            .Where(f => f is not null && !File.Exists(f)).Select(f => $"KeyFile: {f} does not exist"));
        if (options.OpenAi is { Url: not null, Model.Length: 0 })
            problems.Add("OpenAi: Url is set but Model is not");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
