import type { Article, AuditEvent, Intake, Invoice, Matter, Reply, TimeEntry } from "../src/api/types";
import { ago, ahead, id } from "./conversations.ts";
import { budi, maria, tenantId } from "./people.ts";

export const replies: Reply[] = [
  {
    id: id("4e", 1),
    conversationId: id("c0", 1),
    clientLabel: "Siti Rahmawati",
    text: "Bu Siti, kakak Anda berhak didampingi penasihat hukum sejak penangkapan. Mohon jangan menandatangani berita acara sebelum kami datang. Kami tiba pukul 18.00.",
    suggestionText:
      "Kakak Anda berhak didampingi penasihat hukum sejak saat penangkapan dan berhak untuk diam. Mohon jangan menandatangani berita acara sebelum didampingi.",
    citations: [{ articleId: id("a0", 1), title: "Hak seseorang yang ditangkap" }],
    state: "proposed",
    stale: true,
    lint: [],
    source: "suggestion",
    proposedBy: budi,
    proposedAt: ago(6),
    windowClosesAt: ahead(60 * 23 + 58),
    lastInbound: "Mereka minta kakak saya tanda tangan berita acara malam ini. Apa yang harus kami lakukan?",
  },
  {
    id: id("4e", 2),
    conversationId: id("c0", 2),
    clientLabel: "Klien •••5034",
    text: "Tenang Pak, perkara seperti ini pasti menang. Kirim {{dokumen}} ke kantor kami.",
    state: "proposed",
    stale: false,
    lint: [
      { code: "victory_promise", severity: "block", message: "Menjanjikan kemenangan", excerpt: "pasti menang" },
      { code: "unfilled_placeholder", severity: "warn", message: "Isian kosong", excerpt: "{{dokumen}}" },
    ],
    source: "person",
    proposedBy: budi,
    proposedAt: ago(33),
    windowClosesAt: ahead(96),
    lastInbound: "Surat pengosongan katanya berlaku lusa, Pak.",
  },
  {
    id: id("4e", 3),
    conversationId: id("c0", 3),
    clientLabel: "Hendra Gunawan",
    text: "Dokumen PHK sudah kami terima. Kami periksa dulu dan kembali kepada Bapak paling lambat besok sore.",
    state: "proposed",
    stale: false,
    lint: [],
    source: "person",
    proposedBy: budi,
    proposedAt: ago(80),
    windowClosesAt: ahead(60 * 20),
    lastInbound: "Baik Bu, dokumen PHK sudah saya kirim.",
  },
];

const both = (text: string, en: string) => ({ id: text, en });

const intake = (index: number, changes: Partial<Intake>): Intake => ({
  id: id("1a", index),
  conversationId: id("c0", index),
  clientId: id("d0", index),
  clientLabel: `Klien •••${4000 + index * 517}`,
  definitionKey: "criminal",
  definitionTitle: both("Perkara pidana", "Criminal matter"),
  version: 1,
  state: "submitted",
  urgency: "normal",
  flags: [],
  progress: { answered: 8, total: 12 },
  startedAt: ago(42),
  updatedAt: ago(10),
  answers: [],
  ...changes,
});

const answer = (
  definitionKey: string,
  questionId: string,
  question: [string, string],
  display: [string, string],
  data: string,
  minutes: number,
) => ({
  questionId,
  definitionKey,
  question: both(...question),
  type: "choice",
  value: display[0],
  display: both(...display),
  data,
  answeredAt: ago(minutes),
});

export const intakes: Intake[] = [
  intake(1, {
    clientName: "Siti Rahmawati",
    urgency: "critical",
    number: "INT-20261121-001",
    submittedAt: ago(25),
    flags: [
      { id: "DETAINED", urgency: "critical", raisedAt: ago(38), sla: "PT15M" },
      { id: "ARREST_24H", urgency: "critical", raisedAt: ago(36) },
      { id: "SIGN_PRESSURE", urgency: "high", raisedAt: ago(31) },
    ],
    progress: { answered: 8, total: 8 },
    answers: [
      answer(
        "triage",
        "masalah",
        ["Apa yang bisa kami bantu?", "How can we help?"],
        ["Polisi atau pidana", "Police or criminal"],
        "plain",
        41,
      ),
      answer("triage", "nama", ["Siapa nama Anda?", "What is your name?"], ["Siti Rahmawati", "Siti Rahmawati"], "personal", 41),
      answer(
        "criminal",
        "peran",
        ["Apa kedudukan Anda dalam perkara ini?", "What is your position in this matter?"],
        ["Keluarga", "Family member"],
        "specific",
        40,
      ),
      answer(
        "criminal",
        "ditahan",
        ["Apakah Anda atau keluarga Anda sedang ditangkap atau ditahan?", "Are you, or your relative, arrested or detained now?"],
        ["Baru ditangkap", "Just arrested"],
        "specific",
        39,
      ),
      answer(
        "criminal",
        "lokasi",
        ["Di mana ditahan? (nama polsek, polres, kejaksaan, rutan)", "Where? (name of the police station or detention centre)"],
        ["Polres Metro Jakarta Selatan", "Polres Metro Jakarta Selatan"],
        "specific",
        37,
      ),
      answer(
        "criminal",
        "waktu",
        ["Sejak tanggal dan jam berapa?", "Since what date and time?"],
        ["20 November 2026, 22.30 WIB", "20 November 2026, 22:30 WIB"],
        "specific",
        36,
      ),
      answer(
        "criminal",
        "pendamping",
        ["Apakah sudah didampingi penasihat hukum?", "Is a lawyer already assisting?"],
        ["Tidak", "No"],
        "plain",
        34,
      ),
    ],
  }),
  intake(2, {
    definitionKey: "land",
    definitionTitle: both("Tanah dan properti", "Land and property"),
    state: "inProgress",
    urgency: "high",
    flags: [{ id: "EVICTION_SOON", urgency: "high", raisedAt: ago(200) }],
    progress: { answered: 4, total: 11 },
    pendingQuestion: { questionId: "surat", question: both("Apakah Anda memegang surat tanah?", "Do you hold the title?") },
  }),
  intake(3, {
    clientName: "Hendra Gunawan",
    definitionKey: "employment",
    definitionTitle: both("Ketenagakerjaan", "Employment"),
    state: "accepted",
    number: "INT-20261118-002",
    submittedAt: ago(4400),
    decision: { kind: "accepted", by: maria, at: ago(4300), matterId: id("3a", 1) },
  }),
];

export const matters: Matter[] = [
  {
    id: id("3a", 1),
    number: "PKR-20261118-004",
    title: "Perselisihan PHK Hendra Gunawan",
    clientId: id("d0", 3),
    clientName: "Hendra Gunawan",
    state: "active",
    practiceArea: "labour",
    responsible: maria,
    openedAt: ago(4300),
    conversationId: id("c0", 3),
    intakeId: id("1a", 3),
    unbilledMinutes: 66,
    hourlyRate: 1_500_000,
    parties: [
      { name: "Hendra Gunawan", side: "client" },
      { name: "PT Maju Bersama", side: "opposing" },
    ],
    conflictCheck: {
      state: "waived",
      hits: [{ matterNumber: "PKR-20251002-011", side: "other", responsible: "Dewi Lestari, S.H." }],
      decidedBy: maria,
      decidedAt: ago(4301),
      reason: "Nama sama, orang berbeda: tanggal lahir tidak cocok.",
    },
    feeArrangement: { kind: "hourly" },
    history: [
      { type: "conflict_check_run", at: ago(4302), actor: "Maria Wijaya" },
      { type: "conflict_check_decided", at: ago(4301), actor: "Maria Wijaya" },
      { type: "matter_opened", at: ago(4300), actor: "Maria Wijaya" },
      { type: "fee_arrangement_agreed", at: ago(4200), actor: "Maria Wijaya" },
    ],
  },
];

const entry = (index: number, changes: Partial<TimeEntry>): TimeEntry => ({
  id: id("71", index),
  matterId: id("3a", 1),
  matterNumber: "PKR-20261118-004",
  matterTitle: "Perselisihan PHK Hendra Gunawan",
  staffId: maria.id,
  staffName: "Maria Wijaya",
  workDate: ago(60).slice(0, 10),
  minutes: 22,
  suggestedMinutes: 22,
  units: 4,
  state: "suggested",
  narrative: "Membaca pesan klien dan menyusun balasan tentang surat PHK",
  utbms: { task: "L120", activity: "A106" },
  components: { reading: 6.5, drafting: 11, draftReview: 2, documents: 2.5 },
  because: [
    "reading: 6.5 minutes for 1,420 words",
    "complexity: moderate",
    "not billable: 24 words of greetings, appointments and the like",
  ],
  amount: 600_000,
  hourlyRate: 1_500_000,
  ...changes,
});

export const timeEntries: TimeEntry[] = [
  entry(1, {}),
  entry(2, {
    staffId: budi.id,
    staffName: "Budi Santoso",
    minutes: 8,
    units: 2,
    amount: 120_000,
    hourlyRate: 600_000,
    narrative: "Memeriksa kelengkapan dokumen",
    components: { documents: 8 },
  }),
  entry(3, {
    state: "approved",
    workDate: ago(60 * 26).slice(0, 10),
    minutes: 30,
    units: 5,
    amount: 750_000,
    narrative: "Rapat dengan klien lewat telepon",
    components: { calls: 30 },
    approvedBy: maria,
    approvedAt: ago(1000),
  }),
  entry(4, { state: "rejected", workDate: ago(60 * 26).slice(0, 10), minutes: 6, units: 1, amount: 150_000, narrative: "Pesan salam" }),
];

export const invoices: Invoice[] = [
  {
    id: id("1b", 1),
    number: null,
    matterId: id("3a", 1),
    matterNumber: "PKR-20261118-004",
    clientName: "Hendra Gunawan",
    state: "draft",
    lines: [
      {
        timeEntryId: id("71", 3),
        date: ago(60 * 26).slice(0, 10),
        narrative: "Rapat dengan klien lewat telepon",
        minutes: 30,
        rate: 1_500_000,
        amount: 750_000,
      },
      {
        timeEntryId: id("71", 9),
        date: ago(60 * 50).slice(0, 10),
        narrative: "Menelaah perjanjian kerja dan surat PHK, menyusun kronologi untuk perundingan bipartit",
        minutes: 372,
        rate: 1_500_000,
        amount: 9_250_000,
      },
    ],
    fees: 10_000_000,
    taxBase: 9_166_667,
    vat: 1_100_000,
    withholding: 200_000,
    total: 11_100_000,
    receivable: 10_900_000,
    terbilang: "sebelas juta seratus ribu rupiah",
    createdAt: ago(60),
    taxable: true,
  },
];

export const articles: Article[] = [
  {
    id: id("a0", 1),
    title: "Hak seseorang yang ditangkap",
    body: "Seseorang yang ditangkap berhak didampingi penasihat hukum sejak saat penangkapan dan berhak untuk diam.\n\nPenangkapan paling lama satu hari. Keluarga berhak menerima tembusan surat perintah penangkapan segera setelah penangkapan dilakukan.\n\nJangan menandatangani berita acara yang belum dibaca atau tidak dipahami.",
    language: "id",
    practiceArea: "criminal",
    sources: ["UU 20/2025 (KUHAP)", "UU 18/2003 tentang Advokat"],
    state: "published",
  },
  {
    id: id("a0", 2),
    title: "Pesangon pada PHK sepihak",
    body: "Pekerja yang di-PHK berhak atas uang pesangon, uang penghargaan masa kerja, dan uang penggantian hak.",
    language: "id",
    practiceArea: "labour",
    sources: ["PP 35/2021"],
    state: "draft",
  },
];

const types = [
  "reply_approved",
  "reply_proposed",
  "suggestion_offered",
  "intake_submitted",
  "flag_raised",
  "intake_updated",
  "question_asked",
  "consent_granted",
  "consent_asked",
  "message_received",
];

export const events: AuditEvent[] = Array.from({ length: 34 }, (_, index) => {
  const type = types[index % types.length] ?? "message_received";
  return {
    sequence: 1834 - index,
    streamId: id("c0", (index % 5) + 1),
    streamType: type.startsWith("reply") ? "reply" : type.startsWith("intake") ? "intake" : "conversation",
    version: 40 - index,
    type,
    data: {
      conversation: id("c0", 1),
      text: { sealed: "AAEC", key: 4 },
      name: { erased: true },
      minutes: 18,
      nested: [{ at: ago(index) }],
    },
    tenantId,
    occurredAt: ago(index * 7),
    actor: index % 3 === 0 ? `staff:${maria.id}` : index % 3 === 1 ? "system:assist" : `client:${id("d0", 1)}`,
    reason: index % 6 === 0 ? "Sudah dibaca bersama klien" : null,
    correlationId: id("c1", index),
    causationId: id("ca", index),
    hash: "b7".repeat(32),
  };
});
