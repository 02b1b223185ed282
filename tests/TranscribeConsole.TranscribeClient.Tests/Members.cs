using System.Collections;
using System.Reflection;

namespace TranscribeConsole.TranscribeClient.Tests;

/// <summary>Looks at the members of a request or response and of everything in it.</summary>
internal static class Members
{
    /// <summary>Paths of the members that are null or empty, so that a test that means every member cannot forget one.</summary>
    public static IEnumerable<string> Unset(object value, string path = "")
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var property in value.GetType().GetProperties(Declared))
        {
            var member = $"{path}/{property.Name}";
            var found = property.GetValue(value);
            if (found is null or ICollection { Count: 0 }) yield return member;
            else foreach (var unset in Inside(found).SelectMany(inner => Unset(inner, member))) yield return unset;
        }
    }

    private static IEnumerable<object> Inside(object value) => value switch
    {
        IDictionary map => map.Values.Cast<object>().Where(IsModel),
        IList list => list.Cast<object>().Where(IsModel),
        _ => new[] { value }.Where(IsModel),
    };

    private static bool IsModel(object value) => value.GetType().Namespace == "Amazon.TranscribeService.Model";
}
