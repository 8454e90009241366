using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Consents;

/// <summary>What a client agreed to, in which words.</summary>
/// <param name="Client">Whose consent.</param>
/// <param name="Conversation">Where it was asked and answered.</param>
public abstract record ConsentEvent(DataSubjectId Client, ConversationId Conversation) : IDomainEvent;

/// <summary>The client was shown the privacy notice and asked to agree.</summary>
public sealed record ConsentAsked(
    DataSubjectId Client, ConversationId Conversation, IReadOnlyList<Purpose> Purposes, int NoticeVersion, string Language, int Attempt)
    : ConsentEvent(Client, Conversation);

/// <summary>The client agreed to these purposes.</summary>
/// <param name="Wamid">The client's own message that said yes: the proof, with the wording of that notice version.</param>
public sealed record ConsentGranted(
    DataSubjectId Client, ConversationId Conversation, IReadOnlyList<Purpose> Purposes, int NoticeVersion, string Language, BlindIndex Wamid)
    : ConsentEvent(Client, Conversation);

/// <summary>The client said no.</summary>
public sealed record ConsentRefused(DataSubjectId Client, ConversationId Conversation, int NoticeVersion, string Language, BlindIndex Wamid)
    : ConsentEvent(Client, Conversation);

/// <summary>The client took the agreement back.</summary>
public sealed record ConsentWithdrawn(
    DataSubjectId Client, ConversationId Conversation, IReadOnlyList<Purpose> Purposes, int NoticeVersion, string Language, BlindIndex Wamid)
    : ConsentEvent(Client, Conversation);

/// <summary>A client who had agreed was asked to agree to more, because an interview needs it.</summary>
/// <param name="For">That interview.</param>
/// <param name="Purposes">Those that are not agreed to yet.</param>
public sealed record FurtherConsentAsked(
    DataSubjectId Client,
    ConversationId Conversation,
    IntakeId For,
    IReadOnlyList<Purpose> Purposes,
    int NoticeVersion,
    string Language,
    int Attempt) : ConsentEvent(Client, Conversation);

/// <summary>The client did not agree to more; what was agreed to before stays. A yes is a grant of all together.</summary>
public sealed record FurtherConsentDeclined(
    DataSubjectId Client, ConversationId Conversation, IntakeId For, IReadOnlyList<Purpose> Purposes, int NoticeVersion, string Language, BlindIndex Wamid)
    : ConsentEvent(Client, Conversation);
