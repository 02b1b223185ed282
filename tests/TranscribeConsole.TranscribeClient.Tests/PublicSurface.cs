using System.Reflection;

namespace TranscribeConsole.TranscribeClient.Tests;

/// <summary>What an assembly shows to other code: a line for each type and for each member it declares.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(Lines).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(Type type) =>
    [
        $"{type.FullName} : {string.Join(", ", Bases(type))}",
        .. type.GetConstructors(Declared).Where(IsVisible).Select(c => $"{type.FullName}.new({Parameters(c)})"),
        .. type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily).Select(f => $"{type.FullName}.{f.Name} : {Name(f.FieldType)}"),
        .. type.GetProperties(Declared).Where(p => p.GetAccessors(true).Any(IsVisible)).Select(p => $"{type.FullName}.{Property(p)}"),
        .. type.GetMethods(Declared).Where(m => IsVisible(m) && IsListed(m))
            .Select(m => $"{type.FullName}.{m.Name}({Parameters(m)}) : {Name(m.ReturnType)}"),
    ];

    private static IEnumerable<string> Bases(Type type) =>
        new[] { type.BaseType }.OfType<Type>().Where(b => b != typeof(object)).Select(Name)
            .Concat(type.IsInterface ? type.GetInterfaces().Select(Name).Order(StringComparer.Ordinal) : [])
            .DefaultIfEmpty("object");

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsListed(MethodInfo method) => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(IsVisible).Select(a => a.Name[..3]).Order(StringComparer.Ordinal);
        return $"{property.Name} {{ {string.Join(' ', accessors)} }} : {Name(property.PropertyType)}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(
        p => Name(p.ParameterType) + (p.IsOptional ? " = default" : "")));

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
