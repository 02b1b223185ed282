using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration.CommandLine;
using TranscribeConsole.Web.Composition;

namespace TranscribeConsole.Web.Options;

/// <summary>
/// Refuses keys that no options class has and values that don't fit their type. The configuration binder ignores the first and
/// names no allowed values for the second.
/// </summary>
internal static class SettingsCheck
{
    /// <exception cref="StartFailedException">The message names the key and what is allowed.</exception>
    public static void CheckSection(IConfiguration configuration, string section, Type options) =>
        CheckKeys(configuration.GetSection(section), options);

    /// <summary>Refuses names on the command line that nothing reads. The environment is full of other programs' names and can't be checked.</summary>
    /// <exception cref="StartFailedException">The message names what was typed.</exception>
    public static void CheckCommandLine(IConfigurationManager configuration, IReadOnlyCollection<string> known)
    {
        foreach (var source in configuration.Sources.OfType<CommandLineConfigurationSource>())
        {
            var typed = new ConfigurationRoot([source.Build(configuration)]).GetChildren().Select(setting => setting.Key);
            if (typed.FirstOrDefault(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
                throw new StartFailedException($"{unknown} is not a setting. There are {string.Join(", ", known.Order())}.");
        }
    }

    /// <summary>Whether a setting was typed, where every user of the machine can read it.</summary>
    public static bool IsOnCommandLine(IConfigurationManager configuration, string key) => configuration.Sources.OfType<CommandLineConfigurationSource>()
        .Any(source => new ConfigurationRoot([source.Build(configuration)])[key] is not null);

    /// <summary>Checks the annotations of an options class on the section's values.</summary>
    /// <exception cref="StartFailedException">The message is those of the annotations, which name their keys.</exception>
    public static void CheckRanges(IConfiguration configuration, string section, Type options)
    {
        var value = configuration.GetSection(section).Get(options) ?? Activator.CreateInstance(options)!;
        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(value, new ValidationContext(value), faults, validateAllProperties: true))
            throw new StartFailedException(string.Join(' ', faults.Select(fault => fault.ErrorMessage)));
    }

    /// <summary>Reads a value of an enumeration by its name; numbers are refused.</summary>
    /// <exception cref="StartFailedException">The message names the key and the allowed values.</exception>
    public static T ReadEnum<T>(IConfiguration configuration, string key, T fallback) where T : struct, Enum
    {
        if (configuration[key] is not { Length: > 0 } value) return fallback;
        CheckValue(key, value, typeof(T));
        return Enum.Parse<T>(value, ignoreCase: true);
    }

    private static void CheckKeys(IConfigurationSection section, Type options)
    {
        var properties = options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).ToArray();
        foreach (var setting in section.GetChildren())
        {
            var property = Array.Find(properties, p => p.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw new StartFailedException(
                    $"{setting.Path} is not a setting. Section {section.Path} has {string.Join(", ", properties.Select(p => p.Name).Order())}.");
            CheckSetting(setting, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        }
    }

    private static void CheckSetting(IConfigurationSection setting, Type type)
    {
        var isList = type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable));
        if (isList && setting.Value is { Length: > 0 })
            throw new StartFailedException($"{setting.Path} is a list; set {setting.Path}:0, {setting.Path}:1 and so on.");
        if (isList) return;
        if (type.IsClass && type != typeof(string)) CheckKeys(setting, type);
        else if (setting.Value is { Length: > 0 } value) CheckValue(setting.Path, value, type);
    }

    private static void CheckValue(string key, string value, Type type)
    {
        if (type == typeof(string)) return;
        if (type.IsEnum ? !Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase) : !TypeDescriptor.GetConverter(type).IsValid(value))
            throw new StartFailedException($"{key} is '{value}'; it must be {Allowed(type)}.");
    }

    private static string Allowed(Type type) =>
        type.IsEnum ? string.Join(" or ", Enum.GetNames(type))
        : type == typeof(bool) ? "true or false"
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : $"a {type.Name}";
}
