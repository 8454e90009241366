import type { AuditFilter, EntityBound, ConversationFilter, TicketFilter } from "./endpoints";
import type { Id, ReplyState } from "./types";

/** The first part of a key names the room: live changes invalidate by it. */
export const queryKeys = {
  session: ["session"] as const,
  conversations: (filter: ConversationFilter) => ["conversations", "list", filter] as const,
  conversation: (id: Id) => ["conversations", "one", id] as const,
  presence: (id: Id) => ["presence", id] as const,
  messages: (id: Id) => ["messages", id] as const,
  replies: (state: ReplyState) => ["replies", state] as const,
  intakes: ["intakes", "list"] as const,
  intake: (id: Id) => ["intakes", "one", id] as const,
  definitions: ["definitions", "list"] as const,
  definition: (key: string) => ["definitions", "one", key] as const,
  definitionVersion: (key: string, version: number) => ["definitions", "version", key, version] as const,
  definitionDifference: (key: string, from: number, to: number | undefined) => ["definitions", "difference", key, from, to] as const,
  definitionUse: (key: string, version: number) => ["definitions", "use", key, version] as const,
  // Not of the room: what is being written changes with the author alone.
  checkedDefinition: (key: string, source: string) => ["checkedDefinition", key, source] as const,
  dryRun: (key: string, source: string, language: string, inputs: readonly object[]) => ["dryRun", key, source, language, inputs] as const,
  tickets: (filter: TicketFilter) => ["tickets", "list", filter] as const,
  ticketStatistics: ["tickets", "statistics"] as const,
  ticket: (id: Id) => ["tickets", "one", id] as const,
  packs: ["packs", "list"] as const,
  growthTables: ["packs", "tables"] as const,
  matters: ["matters", "list"] as const,
  matter: (id: Id) => ["matters", "one", id] as const,
  timeEntries: (filter: { state?: string; matterId?: string }) => ["timeEntries", filter] as const,
  invoices: ["invoices", "list"] as const,
  invoice: (id: Id) => ["invoices", "one", id] as const,
  knowledge: ["knowledge", "list"] as const,
  knowledgeSearch: (q: string) => ["knowledge", "search", q] as const,
  templates: ["templates", "list"] as const,
  templateSync: ["templates", "sync"] as const,
  audit: (filter: AuditFilter, at: number | undefined) => ["audit", filter, at] as const,
  auditQuestions: ["audit", "questions"] as const,
  auditAnswer: (number: number, narrowing: AuditFilter) => ["audit", "answer", number, narrowing] as const,
  auditEntity: (id: Id, until: EntityBound) => ["audit", "entity", id, until] as const,
  auditLedger: ["audit", "ledger"] as const,
  auditCheckpoints: ["audit", "checkpoints"] as const,
  channels: ["administration", "channels"] as const,
  deadLetters: ["administration", "deadLetters"] as const,
  staff: ["administration", "staff"] as const,
  officeHours: ["administration", "officeHours"] as const,
};

const roomsOfView: Readonly<Record<string, readonly string[]>> = {
  conversation_summary: ["conversations"],
  presence: ["presence"],
  conversation_message: ["messages", "conversations", "tickets"],
  reply: ["replies", "conversations"],
  intake: ["intakes", "conversations"],
  intake_definition: ["packs", "definitions"],
  intake_course: ["definitions"],
  ticket: ["tickets", "intakes"],
  matter: ["matters", "conversations", "intakes"],
  time_entry: ["timeEntries", "matters"],
  invoice: ["invoices", "timeEntries", "matters"],
  suggestion: ["conversations", "replies"],
  knowledge_article: ["knowledge"],
  template: ["templates"],
  template_sync: ["templates"],
  dead_letter: ["administration"],
  channel: ["administration"],
  staff_member: ["administration"],
};

/** Rooms whose queries a changed view outdates; undefined for a view this version does not know, which outdates all. */
export function roomsOf(view: string): readonly string[] | undefined {
  return roomsOfView[view];
}
