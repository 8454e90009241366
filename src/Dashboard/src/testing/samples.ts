import type { Conversation, Intake, Reply, Template, TicketSummary, TimeEntry } from "../api/types";

const at = "2026-11-21T03:00:00Z";
export const lawyerId = "00000000-0000-0000-0000-000000000001";

export const replyOf = (changes: Partial<Reply> = {}): Reply => ({
  id: "r1",
  conversationId: "c1",
  clientLabel: "Klien •••4567",
  text: "Kami akan mendampingi kakak Anda.",
  state: "proposed",
  stale: false,
  isTemplate: false,
  citations: [],
  urgency: "normal",
  lint: [],
  source: "person",
  proposedBy: { id: "p1", name: "Budi" },
  proposedAt: at,
  windowClosesAt: new Date(Date.now() + 20 * 3_600_000).toISOString(),
  ...changes,
});

export const conversationOf = (changes: Partial<Conversation> = {}): Conversation => ({
  id: "c1",
  clientId: "k1",
  clientLabel: "Klien •••4567",
  language: "id",
  state: "scripted",
  urgency: "critical",
  flags: [],
  answeredByPhone: false,
  standing: "open",
  blocked: false,
  clocks: [],
  identityInDoubt: false,
  consent: "granted",
  unread: 0,
  pendingReplies: 0,
  window: { open: true },
  channel: { id: "n1", displayPhoneNumber: "+62 21 5550 1234" },
  suggestions: [],
  firstInboundAt: at,
  updatedAt: at,
  windowClosesAt: new Date(Date.now() + 20 * 3_600_000).toISOString(),
  ...changes,
});

export const intakeOf = (changes: Partial<Intake> = {}): Intake => ({
  id: "i1",
  conversationId: "c1",
  clientId: "k1",
  clientLabel: "Klien •••4567",
  definitionKey: "criminal",
  definitionTitle: { id: "Perkara pidana", en: "Criminal matter" },
  version: 1,
  state: "submitted",
  urgency: "critical",
  flags: [{ id: "DETAINED", urgency: "critical", raisedAt: at, sla: "PT15M" }],
  progress: { answered: 5, total: 9 },
  startedAt: at,
  submittedAt: at,
  updatedAt: at,
  answers: [],
  personRequested: false,
  ...changes,
});

export const timeEntryOf = (changes: Partial<TimeEntry> = {}): TimeEntry => ({
  id: "t1",
  matterId: "m1",
  matterNumber: "PKR-20261121-001",
  matterTitle: "Pendampingan penyidikan",
  staffId: lawyerId,
  staffName: "Maria Wijaya",
  workDate: "2026-11-21",
  minutes: 18,
  suggestedMinutes: 18,
  units: 3,
  state: "suggested",
  narrative: "Membaca dan menjawab pesan klien",
  components: { reading: 6, drafting: 12, draftReview: 0, documents: 0, media: 0, calls: 0 },
  utbms: { task: "L120", activity: "A107" },
  because: ["drafting: 12 minutes for 90 words"],
  amount: 450_000,
  hourlyRate: 1_500_000,
  ...changes,
});

export const templateOf = (changes: Partial<Template> = {}): Template => ({
  id: "t1",
  name: "jadwal_pertemuan",
  language: "id",
  status: "APPROVED",
  statusAt: at,
  category: "UTILITY",
  sendable: true,
  named: false,
  parts: {
    headerVariables: [],
    body: "Yth. {{1}}, sampai jumpa pukul {{2}}.",
    bodyVariables: [
      { name: "1", example: "Ibu Sari" },
      { name: "2", example: "10.00" },
    ],
    buttons: [],
    cards: [],
  },
  ...changes,
});

export const ticketOf = (changes: Partial<TicketSummary> = {}): TicketSummary => ({
  id: "l1",
  number: "LAP-20261121-001",
  definitionKey: "complaint",
  state: { value: "baru", label: { id: "Baru", en: "New" } },
  isClosed: false,
  category: { value: "jalan_rusak", label: { id: "Jalan rusak", en: "Damaged road" } },
  urgency: "normal",
  openedAt: at,
  updatedAt: at,
  ...changes,
});
