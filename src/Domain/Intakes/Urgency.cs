namespace Lawyers.Hub.Domain.Intakes;

/// <summary>How pressing something is, most pressing first.</summary>
public enum Urgency
{
    Critical,
    High,
    Normal,
    Low,
}
