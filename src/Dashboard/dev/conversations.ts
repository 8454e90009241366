import type { Classification, Conversation, Message } from "../src/api/types";
import { budi, maria } from "./people.ts";

const minute = 60_000;
const now = Date.now();
export const ago = (minutes: number) => new Date(now - minutes * minute).toISOString();
export const ahead = (minutes: number) => new Date(now + minutes * minute).toISOString();
export const id = (kind: string, index: number) => `${kind}000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

const classification: Classification = {
  language: "id",
  practiceArea: "criminal",
  intent: "emergency",
  urgency: "critical",
  complexity: "moderate",
  confidence: 0.93,
  because: [
    { feature: "urgency critical: ditahan polisi", weight: 2.41 },
    { feature: "practice area criminal: polisi, polres", weight: 1.62 },
    { feature: "intent emergency: tolong, sekarang", weight: 1.1 },
    { feature: "urgency critical: belum boleh ditemui", weight: 0.7 },
    { feature: "complexity moderate: kakak saya", weight: 0.3 },
  ],
  model: "builtin-2026.11",
  at: ago(42),
  suggestionId: id("56", 1),
};

function conversation(index: number, changes: Partial<Conversation>): Conversation {
  const closes = ahead(60 * 20);
  return {
    id: id("c0", index),
    clientId: id("d0", index),
    clientLabel: `Klien •••${4000 + index * 517}`,
    language: "id",
    state: "scripted",
    urgency: "normal",
    flags: [],
    consent: "granted",
    windowClosesAt: closes,
    unread: 0,
    pendingReplies: 0,
    firstInboundAt: ago(60 * 26),
    updatedAt: ago(5),
    channel: { displayPhoneNumber: "+62 21 5550 0100" },
    suggestions: [],
    ...changes,
  };
}

const last = (preview: string, minutes: number, direction: "inbound" | "outbound" = "inbound") => ({
  direction,
  type: "text",
  preview,
  at: ago(minutes),
});

export const conversations: Conversation[] = [
  conversation(1, {
    clientName: "Siti Rahmawati",
    urgency: "critical",
    flags: [
      { id: "DETAINED", urgency: "critical", raisedAt: ago(38), sla: "PT15M" },
      { id: "ARREST_24H", urgency: "critical", raisedAt: ago(36), sla: "PT15M" },
      { id: "SIGN_PRESSURE", urgency: "high", raisedAt: ago(31) },
    ],
    classification,
    lastMessage: last("Mereka minta kakak saya tanda tangan berita acara malam ini. Apa yang harus kami lakukan?", 2),
    unread: 2,
    pendingReplies: 1,
    windowClosesAt: ahead(60 * 23 + 58),
    intakeId: id("1a", 1),
    intakeState: "submitted",
    firstInboundAt: ago(44),
    updatedAt: ago(2),
  }),
  conversation(2, {
    urgency: "high",
    flags: [{ id: "EVICTION_SOON", urgency: "high", raisedAt: ago(200) }],
    classification: { ...classification, practiceArea: "land_property", urgency: "high", intent: "new_case", confidence: 0.81 },
    lastMessage: last("Surat pengosongan katanya berlaku lusa, Pak.", 47),
    unread: 1,
    windowClosesAt: ahead(96),
    intakeId: id("1a", 2),
    intakeState: "inProgress",
  }),
  conversation(3, {
    clientName: "Hendra Gunawan",
    state: "takenOver",
    takenOverBy: { id: maria.id, name: maria.name },
    urgency: "normal",
    classification: { ...classification, practiceArea: "labour", urgency: "normal", intent: "follow_up", confidence: 0.88 },
    lastMessage: last("Baik Bu, dokumen PHK sudah saya kirim.", 130),
    matterId: id("3a", 1),
    matterNumber: "PKR-20261118-004",
    intakeId: id("1a", 3),
    intakeState: "accepted",
  }),
  conversation(4, {
    clientName: "PT Cahaya Nusantara Abadi Sejahtera Tbk",
    urgency: "normal",
    language: "en",
    classification: { ...classification, practiceArea: "corporate_contract", urgency: "normal", intent: "ask_fee", confidence: 0.74 },
    lastMessage: last("Could you send us the fee arrangement for the distributor agreement?", 300),
    windowClosesAt: ago(30),
  }),
  conversation(5, { consent: "asked", lastMessage: last("Selamat siang", 500), urgency: "low", unread: 1 }),
  conversation(6, { consent: "withdrawn", state: "resolved", lastMessage: last("Terima kasih, sudah selesai.", 2900), urgency: "low" }),
];

function message(index: number, minutes: number, changes: Partial<Message>): Message {
  return { id: id("3e", index), direction: "inbound", type: "text", at: ago(minutes), author: "client", ...changes };
}

const script = { direction: "outbound", author: "script", status: "read" } as const;

export const messages: Message[] = [
  message(1, 1500, { text: "Selamat siang, kakak saya ditahan polisi" }),
  message(2, 1499, {
    ...script,
    type: "interactive",
    text: "Selamat siang. Sebelum mulai, mohon baca pemberitahuan privasi kami. Apakah Anda setuju data Anda diproses untuk menilai perkara ini?",
    buttons: [
      { id: "yes", title: "Saya setuju" },
      { id: "no", title: "Tidak setuju" },
    ],
  }),
  message(3, 42, { type: "interactive", choice: { id: "yes", title: "Saya setuju" } }),
  message(4, 41, {
    ...script,
    type: "interactive",
    text: "Apakah Anda atau keluarga Anda sedang ditangkap atau ditahan?",
    list: {
      button: "Pilih",
      rows: [
        { id: "a", title: "Baru ditangkap" },
        { id: "b", title: "Sudah ditahan" },
        { id: "c", title: "Tidak" },
      ],
    },
  }),
  message(5, 40, { type: "interactive", choice: { id: "a", title: "Baru ditangkap" } }),
  message(6, 37, { text: "Di Polres Metro Jakarta Selatan, sejak tadi malam sekitar jam 22.30" }),
  message(7, 36, { type: "image", text: "Ini surat penangkapannya", media: { mimeType: "image/jpeg", state: "released" } }),
  message(8, 33, { type: "audio", media: { mimeType: "audio/ogg", state: "announced" } }),
  message(9, 32, { type: "poll_update" }),
  message(10, 30, { text: null, erased: true }),
  message(11, 21, {
    direction: "outbound",
    author: { staffId: budi.id, name: budi.name },
    approvedBy: maria,
    text: "Bu Siti, kami sudah membaca cerita Anda. Advokat kami, Maria Wijaya, sedang menuju ke Polres. Mohon jangan menandatangani apa pun sebelum kami datang.",
    status: "delivered",
    replyTo: id("3e", 6),
  }),
  message(12, 20, {
    direction: "outbound",
    author: { staffId: maria.id, name: maria.name },
    approvedBy: maria,
    text: "Saya tiba sekitar pukul 18.00.",
    status: "failed",
    statusReason: "131026",
  }),
  message(13, 3, { text: "Baik Bu, terima kasih banyak.", replyTo: id("3e", 11) }),
  message(14, 2, { text: "Mereka minta kakak saya tanda tangan berita acara malam ini. Apa yang harus kami lakukan?" }),
];
