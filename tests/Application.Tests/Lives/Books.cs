using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tests.Lives;

/// <summary>What people see on their screens, kept so that they know what there is to do.</summary>
internal sealed class Books
{
    private readonly Dictionary<ConversationId, Shelf> _shelves = [];

    public List<Shelf> Conversations { get; } = [];

    public List<(ReplyId Reply, ConversationId Conversation, string Hash)> Proposed { get; } = [];

    public List<OutboundMessageId> Scheduled { get; } = [];

    public List<OutboundMessageId> Stuck { get; } = [];

    public List<IntakeId> Submitted { get; } = [];

    public List<(IntakeId Intake, string Flag)> Flags { get; } = [];

    public List<(TicketId Ticket, string State)> Tickets { get; } = [];

    /// <summary>What rings on the bell.</summary>
    public HashSet<NotificationId> Bell { get; } = [];

    public Shelf Of(ConversationId conversation) => _shelves[conversation];

    public void Keep(EventEnvelope envelope)
    {
        switch (envelope.Event)
        {
            case ConversationOpened e:
                Conversations.Add(_shelves[e.Conversation] = new Shelf(e.Conversation));
                break;
            case MessageReceived e:
                Of(e.Conversation).Unanswered = true;
                break;
            case ConversationTakenOver e:
                Of(e.Conversation).Holder = e.By;
                break;
            case ConversationGivenBack e:
                Of(e.Conversation).Holder = null;
                break;
            case ClientBlocked e:
                Of(e.Conversation).IsBlocked = true;
                break;
            case ClientUnblocked e:
                Of(e.Conversation).IsBlocked = false;
                break;
            case IntakeStarted e:
                Of(e.Conversation).Language = e.Language;
                break;
            case QuestionAsked e:
                (Of(e.Conversation).Asked, Of(e.Conversation).Language) = (e, e.Language);
                break;
            case IntakeSubmitted e:
                Of(e.Conversation).Asked = null;
                Submitted.Add(e.Intake);
                break;
            case IntakeCancelled or IntakeLapsed:
                Of(((IntakeEvent)envelope.Event).Conversation).Asked = null;
                break;
            case IntakeAccepted or IntakeDeclined or IntakeReferred:
                Submitted.Remove(((IntakeEvent)envelope.Event).Intake);
                break;
            case FlagRaised e:
                Flags.Add((e.Intake, e.Flag));
                break;
            case FlagCleared e:
                Flags.Remove((e.Intake, e.Flag));
                break;
            case TicketOpened e:
                Submitted.Remove(e.Intake);
                Tickets.Add((e.Ticket, e.State));
                break;
            case TicketStatusChanged e:
                Tickets.Remove((e.Ticket, e.From));
                Tickets.Add((e.Ticket, e.To));
                break;
            case NotificationRaised e:
                Bell.Add(e.Notification);
                break;
            case NotificationSeen or NotificationClosed:
                Bell.Remove(((NotificationEvent)envelope.Event).Notification);
                break;
            case ReplyProposed e:
                Proposed.Add((e.Reply, e.Conversation, e.Text.Sha256));
                Of(e.Conversation).Unanswered = false;
                break;
            case ReplyApproved or ReplyRejected:
                Proposed.RemoveAll(one => one.Reply == ((ReplyEvent)envelope.Event).Reply);
                break;
            case OutboundScheduled { Gate: null } e:
                Scheduled.Add(e.Message);
                break;
            case OutboundFailed or OutboundBlocked or OutboundExpired or OutboundUnanswered:
                Stuck.Add(((OutboundMessageEvent)envelope.Event).Message);
                break;
            case OutboundAccepted or OutboundRetried:
                Stuck.Remove(((OutboundMessageEvent)envelope.Event).Message);
                break;
            case OutboundSending or OutboundCancelled:
                Scheduled.Remove(((OutboundMessageEvent)envelope.Event).Message);
                break;
        }
    }

    internal sealed class Shelf(ConversationId id)
    {
        public ConversationId Id => id;

        public StaffId? Holder { get; set; }

        public bool IsBlocked { get; set; }

        public bool Unanswered { get; set; }

        public string Language { get; set; } = "id";

        /// <summary>The question that waits for the client.</summary>
        public QuestionAsked? Asked { get; set; }
    }
}
