import { address, follow, get, post, put, putFile, remove, type Query } from "./client";
import type * as T from "./types";
import { upload } from "./upload";

type Signal = { signal: AbortSignal };

/** Lists that a page shows whole: follows the cursor to the end, at most this many pages. */
const mostPages = 25;

async function all<Item>(path: string, query: Query, signal: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await get<T.Page<Item>>(path, { ...query, limit: 200, after }, signal);
    items.push(...answer.items);
    if (answer.next === undefined || answer.next === null) break;
    after = answer.next;
  }
  return items;
}

export interface ConversationFilter {
  flagged?: boolean;
  mine?: boolean;
  unread?: boolean;
  unassigned?: boolean;
  standing?: T.Standing;
}

export interface AuditFilter {
  type?: string;
  stream?: string;
  actor?: string;
  subject?: string;
  from?: string;
  to?: string;
}

/** Up to which moment or version an entity is asked for; now where neither is given. */
export interface EntityBound {
  asOf?: string;
  version?: number;
}

export interface VerificationProgress {
  events: number;
  total: number;
}

export const session = {
  read: ({ signal }: Signal) => get<T.Session>("/session", {}, signal),
  signIn: (email: string, password: string) => post<T.Session>("/session", { email, password }),
  signOut: () => remove("/session"),
};

/** Words for a client, with what goes with them. */
export interface ProposedText {
  text: string;
  suggestionId?: T.Id;
  /** When they shall leave, once approved. */
  sendAt?: T.Instant;
  /** The message that they answer. */
  quotes?: T.Id;
  /** What the client may tap: buttons by their titles, or a list. */
  buttons?: string[];
  list?: T.ReplyList;
  /** A file that they stand under. */
  media?: T.Id;
}

export const conversations = {
  list: (filter: ConversationFilter, { signal }: Signal) => all<T.Conversation>("/conversations", { ...filter }, signal),
  read: (id: T.Id, { signal }: Signal) => get<T.Conversation>(`/conversations/${id}`, {}, signal),
  messages: (id: T.Id, { signal }: Signal) => all<T.Message>(`/conversations/${id}/messages`, {}, signal),
  markRead: (id: T.Id) => post(`/conversations/${id}/read`),
  takeOver: (id: T.Id) => post(`/conversations/${id}/takeover`),
  giveBack: (id: T.Id) => remove(`/conversations/${id}/takeover`),
  beHere: (id: T.Id) => put<T.PresentStaff>(`/conversations/${id}/presence`, { leaves: false }),
  // Nobody waits for the answer: the page is going, and who does not leave is taken for gone a little later.
  leave: (id: T.Id) => void put(`/conversations/${id}/presence`, { leaves: true }).catch(() => undefined),
  assign: (id: T.Id, to: T.Id | null) => post(`/conversations/${id}/assignment`, { to }),
  snooze: (id: T.Id, until: T.Instant) => post(`/conversations/${id}/snooze`, { until }),
  wake: (id: T.Id) => post(`/conversations/${id}/wake`),
  resolve: (id: T.Id) => post(`/conversations/${id}/resolve`),
  reopen: (id: T.Id) => post(`/conversations/${id}/reopen`),
  block: (id: T.Id, reason: string) => post(`/conversations/${id}/block`, { reason }),
  unblock: (id: T.Id, reason: string) => post(`/conversations/${id}/unblock`, { reason }),
  addNote: (id: T.Id, text: string) => post(`/conversations/${id}/notes`, { text }),
  settleIdentity: (id: T.Id, reason: string) => post(`/conversations/${id}/identity/settle`, { reason }),
  revealNumber: (id: T.Id, reason: string) => post<T.ClientNumber>(`/conversations/${id}/number`, { reason }),
  draft: (id: T.Id, articleId?: T.Id) => post<T.Suggestion>(`/conversations/${id}/draft`, articleId === undefined ? {} : { articleId }),
  propose: (id: T.Id, reply: ProposedText) => post<T.ProposedReply>(`/conversations/${id}/replies`, reply),
  // Nobody waits for the answer: it is of the moment only.
  types: (id: T.Id) => void post(`/conversations/${id}/typing`).catch(() => undefined),
};

/** A template with the components that fill it, as Meta takes them. */
export interface FilledTemplate {
  template: string;
  language: string;
  parameters: readonly object[];
  sendAt?: T.Instant;
}

export const templates = {
  submit: (id: T.Id) => post<T.CreatedTemplate>(`/templates/${id}/submit`),
  list: ({ signal }: Signal) => all<T.Template>("/templates", {}, signal),
  lastSync: ({ signal }: Signal) => get<T.TemplateSync>("/templates/sync", {}, signal),
  sync: () => post<T.SyncedTemplates>("/templates/sync"),
  propose: (conversation: T.Id, filled: FilledTemplate) => post<T.ProposedReply>(`/conversations/${conversation}/replies`, { ...filled }),
};

export interface Approval {
  text?: string;
  acknowledgeStale?: boolean;
  sendAt?: string;
}

export const outbound = {
  cancel: (message: T.Id) => post(`/messages/${message}/cancel`),
  retry: (message: T.Id, confirmUnknown: boolean) => post(`/messages/${message}/retry`, { confirmUnknown }),
};

export const media = {
  attach: (conversation: T.Id, file: File, report: (part: number) => void, signal: AbortSignal) =>
    upload<T.AttachedMedia>(`/conversations/${conversation}/media`, file, report, signal),
  state: (id: T.Id) => get<T.AttachedMedia>(`/media/${id}/state`),
  link: (id: T.Id) => get<T.IssuedLink>(`/media/${id}`),
};

export const replies = {
  list: (state: T.ReplyState, { signal }: Signal) => all<T.Reply>("/replies", { state }, signal),
  approve: (id: T.Id, approval: Approval) => post<T.DecidedReply>(`/replies/${id}/approve`, approval),
  approveBatch: (seen: readonly { replyId: T.Id; hash: string }[]) =>
    post<T.ApprovedBatch>("/replies/approve", { replies: seen, total: seen.length }),
  reject: (id: T.Id, reason: string) => post(`/replies/${id}/reject`, { reason }),
};

/** What the list of intakes is narrowed to: where they stand, or how far they came. */
export interface IntakeFilter {
  state?: T.IntakeState;
  stage?: T.IntakeStage;
  definition?: string;
  from?: string;
}

export const intakes = {
  list: ({ signal }: Signal) => all<T.IntakeSummary>("/intakes", {}, signal),
  page: (filter: IntakeFilter, after: string | undefined, { signal }: Signal) =>
    get<T.Page<T.IntakeSummary>>("/intakes", { ...filter, after, limit: 50 }, signal),
  funnel: ({ definition, from }: IntakeFilter, { signal }: Signal) => get<T.IntakeFunnel>("/intakes/funnel", { definition, from }, signal),
  read: (id: T.Id, { signal }: Signal) => get<T.Intake>(`/intakes/${id}`, {}, signal),
  accept: (id: T.Id, waiver?: string) =>
    post<T.OpenedMatter>(`/intakes/${id}/accept`, waiver === undefined ? {} : { conflict: { decision: "waived", reason: waiver } }),
  decline: (id: T.Id, reason: string) => post(`/intakes/${id}/decline`, { reason }),
  correct: (id: T.Id, question: string, correction: T.Correction) =>
    post(`/intakes/${id}/answers/${encodeURIComponent(question)}/correct`, correction),
  clearFlag: (id: T.Id, flag: string, reason: string) => post(`/intakes/${id}/flags/${encodeURIComponent(flag)}/clear`, { reason }),
};

/** What the list of tickets is narrowed to; `region` is empty for those without one. */
export interface TicketFilter {
  closed?: boolean;
  state?: string;
  category?: string;
  region?: string;
  minDays?: number;
  maxDays?: number;
  number?: string;
}

export const tickets = {
  list: (filter: TicketFilter, after: string | undefined, { signal }: Signal) =>
    get<T.Page<T.TicketSummary>>("/tickets", { ...filter, after, limit: 50 }, signal),
  statistics: ({ signal }: Signal) => get<T.TicketStatistics>("/tickets/statistics", {}, signal),
  read: (id: T.Id, { signal }: Signal) => get<T.Ticket>(`/tickets/${id}`, {}, signal),
  move: (id: T.Id, move: T.TicketMove) => post(`/tickets/${id}/status`, move),
  reopen: (id: T.Id, reason: string) => post(`/tickets/${id}/reopen`, { reason }),
};

export const definitions = {
  list: ({ signal }: Signal) => all<T.DefinitionSummary>("/intake-definitions", {}, signal),
  read: (key: string, { signal }: Signal) => get<T.Definition>(`/intake-definitions/${key}`, {}, signal),
  version: (key: string, version: number, { signal }: Signal) =>
    get<T.DefinitionVersion>(`/intake-definitions/${key}/versions/${version}`, {}, signal),
  difference: (key: string, from: number, to: number | undefined, { signal }: Signal) =>
    get<T.DefinitionDifference>(`/intake-definitions/${key}/difference`, { from, to }, signal),
  use: (key: string, version: number, { signal }: Signal) => get<T.DefinitionUse>(`/intake-definitions/${key}/use`, { version }, signal),
  check: (key: string, source: string) => post<T.CheckedDefinition>(`/intake-definitions/${key}/check`, { source }),
  tryOut: (key: string, source: string, language: T.Language, inputs: readonly T.DryRunInput[]) =>
    post<T.DryRun>(`/intake-definitions/${key}/dry-run`, { source, language, inputs }),
  draft: (key: string, source: string) => putFile<T.Definition>(`/intake-definitions/${key}`, "application/yaml", source),
  publish: (key: string, hash: string) => post<T.DefinitionPublication>(`/intake-definitions/${key}/publish?hash=${hash}`),
};

export const packs = {
  list: ({ signal }: Signal) => all<T.Pack>("/packs", {}, signal),
  install: (name: string) => post(`/packs/${encodeURIComponent(name)}/install`),
  tables: ({ signal }: Signal) => all<T.GrowthTable>("/growth-tables", {}, signal),
  importTable: (indicator: string, csv: string) => putFile<T.GrowthTable>(`/growth-tables/${indicator}`, "text/csv", csv),
};

export const matters = {
  list: ({ signal }: Signal) => all<T.MatterSummary>("/matters", {}, signal),
  read: (id: T.Id, { signal }: Signal) => get<T.Matter>(`/matters/${id}`, {}, signal),
};

export interface TimeRecord {
  matterId: T.Id;
  workDate: string;
  minutes: number;
  narrative: string;
}

export const timeEntries = {
  list: (filter: { state?: string; matterId?: string }, { signal }: Signal) => all<T.TimeEntry>("/time-entries", { ...filter }, signal),
  record: (entry: TimeRecord) => post("/time-entries", entry),
  edit: (id: T.Id, minutes: number, narrative: string) => post(`/time-entries/${id}/edit`, { minutes, narrative }),
  approve: (id: T.Id, minutes: number) => post(`/time-entries/${id}/approve`, { minutes }),
  reject: (id: T.Id, reason: string) => post(`/time-entries/${id}/reject`, { reason }),
};

export const invoices = {
  list: ({ signal }: Signal) => all<T.Invoice>("/invoices", {}, signal),
  read: (id: T.Id, { signal }: Signal) => get<T.Invoice>(`/invoices/${id}`, {}, signal),
  draft: (matterId: T.Id) => post<T.Invoice>("/invoices", { matterId }),
  approve: (id: T.Id) => post(`/invoices/${id}/approve`),
};

export const knowledge = {
  list: ({ signal }: Signal) => all<T.Article>("/knowledge", {}, signal),
  search: (q: string, { signal }: Signal) => get<T.Page<T.ArticleHit>>("/knowledge/search", { q }, signal),
  save: (article: T.ArticleDraft) => put<T.Article | undefined>("/knowledge", article),
};

export const audit = {
  events: (filter: AuditFilter, after: string | undefined, { signal }: Signal) =>
    get<T.Page<T.AuditEvent>>("/audit/events", { ...filter, order: "desc", after, limit: 50 }, signal),
  questions: ({ signal }: Signal) => all<T.SavedQuestion>("/audit/questions", {}, signal),
  ask: (number: number, narrowing: AuditFilter, after: string | undefined, { signal }: Signal) =>
    get<T.AnsweredQuestion>(`/audit/questions/${number}`, { ...narrowing, after, limit: 50 }, signal),
  entity: (id: T.Id, until: EntityBound, after: string | undefined, { signal }: Signal) =>
    get<T.Entity>(`/audit/streams/${encodeURIComponent(id)}`, { ...until, after, limit: 50 }, signal),
  ledger: ({ signal }: Signal) => get<T.Ledger>("/audit/ledger", {}, signal),
  checkpoints: (after: string | undefined, { signal }: Signal) =>
    get<T.Page<T.Checkpoint>>("/audit/checkpoints", { order: "desc", after, limit: 20 }, signal),
  proof: (sequence: number) => get<T.EventProof>(`/audit/proofs/${sequence}`),
  verify: (heard: (progress: VerificationProgress) => void, signal: AbortSignal | undefined) =>
    follow<T.Verification>("/audit/verify", { progress: (data) => heard(data as VerificationProgress) }, signal),
  /** Where the browser downloads the events from; all of them come with what a verifier needs. */
  exportAddress: (filter: AuditFilter) =>
    address("/audit/events", { ...filter, format: "ndjson", ...(Object.keys(filter).length === 0 && { with: "ledger" }) }),
};

export const firm = {
  officeHours: ({ signal }: Signal) => get<T.OfficeSettings>("/firm/office-hours", {}, signal),
  setOfficeHours: (hours: T.OfficeHours) => post("/firm/office-hours", hours),
  publishOutOfHoursNotice: (text: T.Localized | null) => post("/firm/out-of-hours-notice", { text }),
  setClockTargets: (targets: readonly T.ClockTarget[]) => post("/firm/clock-targets", { targets }),
  replyLint: ({ signal }: Signal) => get<T.LintSettings>("/firm/reply-lint", {}, signal),
  setReplyLint: (rules: T.LintSettings["rules"]) => post("/firm/reply-lint", { rules }),
  setBankAccounts: (accounts: readonly T.BankAccount[]) => post("/firm/bank-accounts", { accounts }),
  setTakeoverIdleTime: (minutes: number) => post("/firm/takeover-idle-time", { minutes }),
};

export const administration = {
  channels: ({ signal }: Signal) => all<T.Channel>("/channels", {}, signal),
  deadLetters: ({ signal }: Signal) => all<T.DeadLetter>("/dead-letters", {}, signal),
  quarantine: async ({ signal }: Signal) => (await get<T.Page<T.QuarantinedChanges>>("/quarantine", {}, signal)).items,
  retry: (id: T.Id) => post(`/dead-letters/${id}/retry`),
  retryAll: (kind: string | undefined) => post<T.DeadLettersRetried>("/dead-letters/retry", { kind }),
  staff: ({ signal }: Signal) => all<T.StaffMember>("/staff", {}, signal),
};

export const notifications = {
  unseen: ({ signal }: Signal) => all<T.Notification>("/notifications", { unseen: true }, signal),
  recent: async ({ signal }: Signal) => (await get<T.Page<T.Notification>>("/notifications", { limit: 20 }, signal)).items,
  see: (id: T.Id) => post(`/notifications/${id}/seen`),
  history: async ({ signal }: Signal) => (await get<T.Page<T.NotificationRecord>>("/notifications/history", { limit: 100 }, signal)).items,
  rules: ({ signal }: Signal) => get<T.NotificationRules>("/notifications/rules", {}, signal),
  publishRules: (body: T.NotificationRulesBody) => post("/notifications/rules", body),
  setDigestTime: (at: string) => post("/notifications/digest-time", { at }),
  sound: ({ signal }: Signal) => get<T.SoundSetting>("/notifications/sound", {}, signal),
  setNumber: (number: string | null) => post("/notifications/number", { number }),
  setSound: (on: boolean) => post("/notifications/sound", { on }),
};
