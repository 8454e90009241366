/** Names that the pages use for the shapes of `/api/v1`; the shapes themselves are generated from the hub's document. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Id = string;
export type Instant = string;
/** Languages that the firm's own texts come in; clients may write in others. */
export type Language = keyof Localized;
export type Localized = Schemas["Bilingual"];
export type Urgency = Schemas["Urgency"];
export type Role = Schemas["Role"];
export type Person = Schemas["StaffName"];
export type Session = Schemas["Session"];

export interface Page<Item> {
  items: Item[];
  next?: string | null;
}

export type Flag = Schemas["FlagView"];
export type Evidence = Schemas["Evidence"];
export type Classification = Schemas["ClassificationView"];
export type ConversationState = Schemas["ConversationState"];
export type Standing = Schemas["Standing"];
export type ServiceClock = Schemas["ServiceClockView"];
export type OfficeSettings = Schemas["OfficeSettings"];
export type OfficeHours = Schemas["OfficeHours"];
export type ClockTarget = Schemas["ClockTargetSetting"];
export type WorkingDay = Schemas["WorkingDay"];
export type Holiday = Schemas["Holiday"];
export type PresentStaff = Schemas["PresentStaff"];
export type ConsentState = Schemas["ConsentState"];
/** One line of the inbox, and the conversation itself: the latter alone comes with what assist suggested. */
export type Conversation = Schemas["ConversationSummary"];
export type Citation = Schemas["CitationView"];
export type Suggestion = Schemas["SuggestionView"];
export type Message = Schemas["MessageView"];
export type MessageStatus = Schemas["MessageState"];
export type Outbound = Schemas["OutboundView"];
export type OfferedList = Schemas["ListView"];
export type ReplyList = Schemas["ReplyListBody"];
export type Media = Schemas["MediaView"];
export type AttachedMedia = Schemas["AttachedMedia"];
export type IssuedLink = Schemas["IssuedLink"];

export type Reply = Schemas["ReplyView"];
export type ReplyState = Schemas["ReplyState"];
export type ReplyApproval = Schemas["ReplyApprovalBody"];
export type ApprovedBatch = Schemas["ApprovedBatch"];
export type DecidedReply = Schemas["DecidedReply"];
export type ProposedReply = Schemas["ProposedReply"];
export type LintSettings = Schemas["LintSettings"];
export type BankAccount = Schemas["BankAccount"];
export type LintFinding = Schemas["LintFinding"];

export type IntakeState = Schemas["IntakeState"];
export type IntakeSummary = Schemas["IntakeSummary"];
export type CreatedTemplate = Schemas["CreatedTemplate"];
export type IntakeFunnel = Schemas["IntakeFunnel"];
export type IntakeStage = Schemas["IntakeStage"];
export type Intake = Schemas["IntakeDetail"];
export type Answer = Schemas["AnswerView"];
export type Correction = Schemas["IntakeCorrectionBody"];
export type OpenedMatter = Schemas["OpenedMatter"];

export type TicketSummary = Schemas["TicketSummary"];
export type Ticket = Schemas["TicketDetail"];
export type TicketCode = Schemas["TicketCode"];
export type TicketStep = Schemas["TicketStepView"];
export type TicketNext = Schemas["TicketNextView"];
export type TicketStatistics = Schemas["TicketStatistics"];
export type TicketMove = Schemas["TicketStatusBody"];
export type Pack = Schemas["PackView"];
export type GrowthTable = Schemas["GrowthTableView"];

export type DefinitionSummary = Schemas["DefinitionSummary"];
/** A definition with its draft and its published versions. */
export type Definition = Schemas["DefinitionDetail"];
export type DefinitionFault = Schemas["DefinitionFault"];
export type DefinitionTree = Schemas["DefinitionTree"];
export type DefinitionVersion = Schemas["DefinitionVersion"];
export type DefinitionDifference = Schemas["DefinitionDifferenceView"];
export type DefinitionChange = Schemas["DefinitionChange"];
export type DefinitionUse = Schemas["DefinitionUse"];
export type CheckedDefinition = Schemas["CheckedDefinition"];
export type DefinitionPublication = Schemas["DefinitionPublication"];
export type DryRun = Schemas["DryRun"];
export type DryRunInput = Schemas["DryRunInput"];

export type MatterSummary = Schemas["MatterSummary"];
export type Matter = Schemas["MatterDetail"];
export type FeeArrangement = Schemas["FeeView"];
export type ConflictHit = Schemas["ConflictHitView"];

export type TimeEntry = Schemas["TimeEntryView"];
export type TimeEntryState = Schemas["TimeEntryState"];
export type TimeComponents = Schemas["TimeComponents"];
export type TimeRecord = Schemas["TimeEntryWorkBody"];

export type Invoice = Schemas["InvoiceView"];
export type InvoiceLine = Schemas["InvoiceLineView"];

export type Article = Schemas["KnowledgeArticle"];
export type ArticleDraft = Schemas["KnowledgeArticleBody"];
export type ArticleHit = Schemas["ArticleFound"];

export type Template = Schemas["TemplateView"];
export type TemplateParts = Schemas["TemplatePartsView"];
export type TemplateSync = Schemas["TemplateSyncView"];
export type SyncedTemplates = Schemas["SyncedTemplates"];

export type AuditEvent = Schemas["AuditedEvent"];
/** What a verification answers; the parts about the seal come from hubs that seal. */
export type Verification = Schemas["Verification"];
export type SavedQuestion = Schemas["SavedQuestion"];
export type QuestionParameter = Schemas["QuestionParameter"];
export type AnsweredQuestion = Schemas["AnsweredQuestion"];
export type Judgement = Schemas["Judgement"];
export type Finding = Schemas["Finding"];
export type Entity = Schemas["EntitySteps"];
export type EntityStep = Schemas["EntityStep"];
export type FieldChange = Schemas["FieldChange"];
export type Checkpoint = Schemas["SealedCheckpoint"];
export type Ledger = Schemas["LedgerAnswer"];
export type EventProof = Schemas["ProofAnswer"];
export type ClientNumber = Schemas["ClientNumber"];

export type DeadLetter = Schemas["Letter"];
export type QuarantinedChanges = Schemas["QuarantinedChanges"];
export type DeadLettersRetried = Schemas["DeadLettersRetried"];
export type StaffMember = Schemas["StaffView"];
export type Channel = Schemas["Channel"];

/** What the live stream says: the document describes it as text alone. */
export interface LiveChange {
  view: string;
  keys: Id[];
}

export type Notification = Schemas["NotificationView"];
export type NotificationRecord = Schemas["NotificationRecord"];
export type NotificationRules = Schemas["RulesView"];
export type NotificationRule = Schemas["RuleView"];
export type NotificationRulesBody = Schemas["NotificationRulesBody"];
export type SoundSetting = Schemas["SoundSetting"];
