namespace Lawyers.Hub.Domain.Conversations;

/// <summary>How pressing something is, the most pressing first.</summary>
public enum Urgency
{
    Critical,
    High,
    Normal,
    Low,
}
