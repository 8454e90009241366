namespace Lawyers.Hub.Domain.Outcomes;

/// <summary>What sort of "no" a refusal is; the HTTP side gives each its status.</summary>
public enum RefusalKind
{
    /// <summary>The request is malformed or out of range.</summary>
    Invalid,

    /// <summary>The request is well formed, but what it asks for cannot be made of what it gives.</summary>
    Unprocessable,

    /// <summary>The actor may not do this.</summary>
    Forbidden,

    /// <summary>There is nothing under that name, or not for this tenant.</summary>
    NotFound,

    /// <summary>A rule of the domain says no in the present state.</summary>
    Rule,

    /// <summary>Somebody else wrote first, three times in a row.</summary>
    Conflict,

    /// <summary>It is there and not to be had yet.</summary>
    Locked,

    /// <summary>It was there, and is so no more.</summary>
    Gone,
}
