namespace Lawyers.Hub.Domain.Templates;

/// <summary>The header: the one asset that the definition asks for, or the values of its text.</summary>
internal static class HeaderRule
{
    public static IEnumerable<TemplateFault> Of(TemplateParts definition, SentComponents sent, bool named)
    {
        var header = sent.Header;
        if (definition.HeaderFormat != TemplateParts.TextFormat)
        {
            return Asset(definition.HeaderFormat, header);
        }

        // A fixed or absent header takes no value, whatever the value is called.
        if (definition.Header.Variables.IsEmpty)
        {
            return header.Parameters.IsEmpty ? [] : [TemplateFaults.ParamCount(header.Path, "header", header.Parameters.Length, 0)];
        }

        return TextValueRule.Of("header", definition.Header, header, named, localisable: false);
    }

    private static IEnumerable<TemplateFault> Asset(string expected, SentComponent header)
    {
        if (header.Parameters is not [var only])
        {
            yield return TemplateFaults.HeaderFormatMismatch(header.ValuesPath, expected, header.Parameters.IsEmpty ? null : "several values");
            yield break;
        }

        if (!TemplateWire.Same(only.Type, expected))
        {
            yield return TemplateFaults.HeaderFormatMismatch($"{only.Path}.type", expected, only.Type);
            yield break;
        }

        var path = $"{only.Path}.{only.Type}";
        foreach (var fault in only.Type == "location" ? Place(path, only.Asset) : Medium(path, only.Asset))
        {
            yield return fault;
        }
    }

    private static IEnumerable<TemplateFault> Place(string path, SentAsset? place)
    {
        var required = new[]
        {
            ("latitude", place?.Latitude), ("longitude", place?.Longitude), ("name", place?.Name), ("address", place?.Address),
        };
        foreach (var (part, _) in required.Where(part => part.Item2 is null))
        {
            yield return TemplateFaults.MissingRequired($"{path}.{part}");
        }
    }

    private static IEnumerable<TemplateFault> Medium(string path, SentAsset? medium)
    {
        if (medium is { Id: not null, Link: not null })
        {
            yield return TemplateFaults.MediaIdAndLink(path);
        }

        if (medium?.Id is null && medium?.LinkIsWeb != true)
        {
            yield return TemplateFaults.MediaMissing(path);
        }
    }
}
