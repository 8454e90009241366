/** Shapes of `/api/v1`. Pages import them from here alone, so that generated types can take their place in this one file. */
export type Id = string;
export type Instant = string;
export type Language = "id" | "en";
export type Urgency = "critical" | "high" | "normal" | "low";
export type Role = "lawyer" | "paralegal" | "firmAdmin" | "auditor" | "operator";
export type Localized = Record<Language, string>;

export interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Person {
  id: Id;
  name: string;
}

export interface Session {
  staffId: Id;
  name: string;
  email: string;
  roles: Role[];
  tenantId: Id;
  firmName: string;
  language: Language;
  antiforgeryToken: string;
}

export interface Flag {
  id: string;
  urgency: Urgency;
  raisedAt: Instant;
  sla?: string | null;
  slaMinutes?: number | null;
  clearedAt?: Instant | null;
}

export interface Because {
  feature: string;
  weight: number;
}

export interface Classification {
  language: string;
  practiceArea: string;
  intent: string;
  urgency: Urgency;
  complexity: string;
  confidence: number;
  because: Because[];
  model: string;
  at: Instant;
  suggestionId: Id;
}

export type ConversationState = "scripted" | "takenOver" | "resolved";
export type ConsentState = "none" | "asked" | "granted" | "refused" | "withdrawn";
export type IntakeState =
  "awaitingConsent" | "inProgress" | "submitted" | "underReview" | "accepted" | "declined" | "referred" | "lapsed" | "cancelled";

export interface LastMessage {
  direction: "inbound" | "outbound";
  type: string;
  preview?: string | null;
  at: Instant;
}

export interface ConversationSummary {
  id: Id;
  clientId: Id;
  clientLabel: string;
  clientName?: string | null;
  language: string;
  state: ConversationState;
  takenOverBy?: Person | null;
  urgency: Urgency;
  flags: Flag[];
  classification?: Classification | null;
  consent: ConsentState;
  lastMessage?: LastMessage | null;
  windowClosesAt?: Instant | null;
  windowOpen?: boolean;
  unread: number;
  pendingReplies: number;
  intakeId?: Id | null;
  intakeState?: IntakeState | null;
  matterId?: Id | null;
  matterNumber?: string | null;
  firstInboundAt?: Instant | null;
  updatedAt: Instant;
}

export interface Citation {
  articleId: Id;
  title: string;
}

export interface Suggestion {
  id: Id;
  kind: "classification" | "draftReply" | "timeEntry";
  conversationId: Id;
  text?: string | null;
  citations?: Citation[] | null;
  score?: number | null;
  model: string;
  state: "offered" | "accepted" | "edited" | "dismissed";
  at: Instant;
  because?: Because[] | null;
}

export interface Conversation extends ConversationSummary {
  channel?: { displayPhoneNumber: string } | null;
  suggestions?: Suggestion[] | null;
}

export type MessageStatus = "pending" | "accepted" | "sent" | "delivered" | "read" | "failed" | "blocked" | "unknown";
export type MessageAuthor = "client" | "script" | "lawyer" | { staffId: Id; name: string };

export interface Message {
  id: Id;
  direction: "inbound" | "outbound";
  type: string;
  text?: string | null;
  buttons?: { id: string; title: string }[] | null;
  list?: { button: string; rows: { id: string; title: string; description?: string | null }[] } | null;
  media?: { mimeType: string; fileName?: string | null; state: string } | null;
  /** The button or row that the client tapped. */
  choice?: { id: string; title: string } | null;
  location?: { latitude: number; longitude: number; name?: string | null; address?: string | null } | null;
  forwarded?: boolean;
  replyTo?: Id | null;
  at: Instant;
  sentAt?: Instant | null;
  status?: MessageStatus | null;
  statusReason?: string | null;
  author: MessageAuthor;
  approvedBy?: Person | null;
  erased?: boolean | null;
}

export type ReplyState = "proposed" | "approved" | "rejected" | "withdrawn" | "superseded";

export interface LintFinding {
  code: string;
  severity: "block" | "warn";
  message: string;
  excerpt?: string | null;
}

export interface Reply {
  id: Id;
  conversationId: Id;
  clientLabel: string;
  text?: string | null;
  suggestionText?: string | null;
  citations?: Citation[] | null;
  state: ReplyState;
  stale: boolean;
  lint: LintFinding[];
  source: "person" | "suggestion";
  proposedBy: Person;
  proposedAt: Instant;
  decidedBy?: Person | null;
  decidedAt?: Instant | null;
  reason?: string | null;
  windowClosesAt?: Instant | null;
  lastInbound?: string | null;
  outboundStatus?: string | null;
}

export interface IntakeSummary {
  id: Id;
  conversationId: Id;
  clientId: Id;
  clientName?: string | null;
  clientLabel: string;
  definitionKey: string;
  definitionTitle: Localized;
  version: number;
  state: IntakeState;
  number?: string | null;
  urgency: Urgency;
  flags: Flag[];
  progress: { answered: number; total: number };
  startedAt: Instant;
  submittedAt?: Instant | null;
  updatedAt: Instant;
}

export interface Answer {
  questionId: string;
  definitionKey: string;
  question: Localized;
  type: string;
  value?: unknown;
  display?: Localized | null;
  data: string;
  answeredAt: Instant;
}

export interface Intake extends IntakeSummary {
  answers: Answer[];
  decision?: { kind: string; by: Person | string; at: Instant; reason?: string | null; matterId?: Id | null } | null;
  pendingQuestion?: { questionId: string; question: Localized } | null;
}

export interface IntakeDefinition {
  key: string;
  version: number;
  kind: string;
  title: Localized;
  state: string;
  publishedAt?: Instant | null;
}

export interface MatterSummary {
  id: Id;
  number?: string | null;
  title?: string | null;
  clientId?: Id | null;
  clientName?: string | null;
  state: string;
  practiceArea: string;
  responsible?: Person | null;
  openedAt?: Instant | null;
  conversationId?: Id | null;
  intakeId?: Id | null;
  unbilledMinutes: number;
  hourlyRate?: number | null;
}

export interface ConflictHit {
  matterNumber: string;
  side: string;
  responsible?: string | null;
}

export interface Matter extends MatterSummary {
  parties: { id?: Id; name?: string | null; side: string; role?: string }[];
  conflictCheck?: {
    state: string;
    hits: ConflictHit[];
    decidedBy?: Person | string | null;
    decidedAt?: Instant | null;
    reason?: string | null;
  } | null;
  feeArrangement?: unknown;
  history: { type: string; at: Instant; actor: string }[];
}

export type TimeEntryState = "suggested" | "draft" | "approved" | "rejected" | "billed" | "reversed";

export interface TimeComponents {
  reading: number;
  drafting: number;
  draftReview: number;
  documents: number;
  media: number;
  calls: number;
}

export interface TimeEntry {
  id: Id;
  matterId: Id;
  matterNumber?: string | null;
  matterTitle?: string | null;
  staffId: Id;
  staffName: string;
  workDate: string;
  minutes: number;
  suggestedMinutes?: number | null;
  units: number;
  state: TimeEntryState;
  narrative?: string | null;
  utbms?: { task?: string | null; activity?: string | null } | null;
  components?: Partial<TimeComponents> | null;
  because?: string[] | null;
  approvedBy?: Person | null;
  approvedAt?: Instant | null;
  amount: number;
  hourlyRate: number;
  invoiceId?: Id | null;
}

export interface InvoiceLine {
  timeEntryId: Id;
  date: string;
  narrative?: string | null;
  minutes: number;
  rate: number;
  amount: number;
}

export interface Invoice {
  id: Id;
  number?: string | null;
  matterId: Id;
  matterNumber?: string | null;
  clientName?: string | null;
  state: string;
  lines: InvoiceLine[];
  fees: number;
  taxBase: number;
  vat: number;
  withholding: number;
  total: number;
  receivable: number;
  terbilang: string;
  createdAt: Instant;
  taxable: boolean;
}

export interface Article {
  id: Id;
  title: string;
  body: string;
  language: Language;
  practiceArea: string;
  sources: string[];
  state: "draft" | "published";
  updatedAt?: Instant | null;
}

export interface ArticleDraft {
  id?: Id;
  title: string;
  body: string;
  language: Language;
  practiceArea: string;
  sources: string[];
  publish: boolean;
}

export interface ArticleHit {
  id: Id;
  title: string;
  excerpt: string;
  score: number;
}

export interface AuditEvent {
  sequence: number;
  streamId: Id;
  streamType: string;
  version: number;
  type: string;
  data: unknown;
  tenantId: Id;
  occurredAt: Instant;
  actor: string;
  reason?: string | null;
  correlationId?: string | null;
  causationId?: string | null;
  hash: string;
}

export interface Verification {
  intact: boolean;
  events: number;
  streams: number;
  breaks: { streamId: Id; streamType: string; version: number; sequence?: number | null; problem: string }[];
  verifiedAt: Instant;
}

export interface DeadLetter {
  id: Id;
  kind: string;
  name: string;
  reason: string;
  attempts: number;
  at: Instant;
  retriedAt?: Instant | null;
}

export interface StaffMember extends Person {
  roles: Role[];
  isActive?: boolean;
}

export interface Channel {
  phoneNumberId: string;
  wabaId: string;
  displayPhoneNumber: string;
  /** The last characters of its secret; secrets go in and never come out. */
  accessTokenEnd?: string | null;
}

export interface LiveChange {
  view: string;
  keys: Id[];
}
