import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import type { Session } from "../src/api/types";
import { ahead, conversations, id, messages } from "./conversations.ts";
import { sessionOf, staff } from "./people.ts";
import { articles, events, intakes, invoices, matters, replies, timeEntries } from "./rooms.ts";

type Reply = { status: number; body?: unknown };
const ok = (body?: unknown): Reply => (body === undefined ? { status: 204 } : { status: 200, body });
const list = (items: unknown[]) => ok({ items, next: null });
const refuse = (status: number, code: string, detail: string, more: object = {}): Reply => ({
  status,
  body: { status, code, detail, title: detail, ...more },
});
const one = (items: readonly { id: string }[], wanted: string | undefined) => {
  const found = items.find((item) => item.id === wanted);
  return found === undefined ? refuse(404, "not_found", "Tidak ditemukan.") : ok(found);
};

/** Answers like the hub would, out of invented data, so that pages can be looked at without one (`vite --mode demo`). */
export function demoApi(): Plugin {
  let session: Session | undefined;

  function answer(method: string, path: string, search: URLSearchParams, body: Record<string, unknown>): Reply {
    const [room, wanted, act] = path.split("/").slice(1);
    if (room === "session") {
      if (method === "POST" && body["password"] === "wrong") return refuse(401, "sign_in_refused", "Email atau kata sandi salah.");
      if (method === "POST") session = sessionOf(String(body["email"]));
      if (method === "DELETE") session = undefined;
      return session === undefined ? (method === "DELETE" ? ok() : refuse(401, "signed_out", "Belum masuk.")) : ok(session);
    }
    if (session === undefined) return refuse(401, "signed_out", "Belum masuk.");
    if (search.get("q") === "galat") return refuse(503, "unavailable", "Basis data tidak menjawab.");
    switch (`${method} ${room ?? ""}${wanted === undefined ? "" : "/id"}${act === undefined ? "" : `/${act}`}`) {
      case "GET conversations":
        return list(
          conversations.filter(
            (item) =>
              (!search.has("unread") || item.unread > 0) &&
              (!search.has("flagged") || item.flags.length > 0) &&
              (!search.has("mine") || item.takenOverBy?.id === session?.staffId) &&
              (!search.has("unassigned") || item.state !== "takenOver"),
          ),
        );
      case "GET conversations/id":
        return one(conversations, wanted);
      case "GET conversations/id/messages":
        return list(
          session.roles.includes("auditor")
            ? messages.map((item) => ({ ...item, text: null, media: null, choice: null, buttons: null, list: null }))
            : messages,
        );
      case "POST conversations/id/draft":
        return ok({
          id: id("56", 9),
          kind: "draftReply",
          conversationId: wanted,
          text: "Kakak Anda berhak didampingi penasihat hukum sejak saat penangkapan dan berhak untuk diam.",
          citations: [{ articleId: id("a0", 1), title: "Hak seseorang yang ditangkap" }],
          model: "builtin-2026.11",
          state: "offered",
          at: ahead(0),
        });
      case "POST conversations/id/replies":
        return ok({ replyId: id("4e", 1) });
      case "GET replies":
        return list(replies);
      case "GET intakes":
        return list(intakes);
      case "GET intakes/id":
        return one(intakes, wanted);
      case "POST intakes/id/accept":
        return body["conflict"] === undefined
          ? refuse(409, "conflict_hits", "Ada benturan.", {
              hits: [{ matterNumber: "PKR-20250310-002", side: "opposing", responsible: "Dewi Lestari, S.H." }],
            })
          : ok({ matterId: id("3a", 1), number: "PKR-20261121-001" });
      case "GET matters":
        return list(matters);
      case "GET matters/id":
        return one(matters, wanted);
      case "GET time-entries":
        return list(timeEntries.filter((item) => !search.has("state") || item.state === search.get("state")));
      case "GET invoices":
        return list(invoices);
      case "GET invoices/id":
        return one(invoices, wanted);
      case "POST invoices":
        return ok(invoices[0]);
      case "GET knowledge":
        return list(articles);
      case "GET knowledge/id":
        return list(
          articles.slice(0, 1).map((article) => ({ id: article.id, title: article.title, excerpt: article.body.slice(0, 90), score: 0.8 })),
        );
      case "GET audit/id":
        return list(events.filter((event) => !search.has("type") || event.type === search.get("type")));
      case "POST audit/id":
        return ok(
          search.has("broken")
            ? {
                intact: false,
                events: 1834,
                streams: 96,
                breaks: [{ streamId: id("c0", 2), streamType: "conversation", version: 12, sequence: 944, problem: "hash" }],
                verifiedAt: ahead(0),
              }
            : { intact: true, events: 1834, streams: 96, breaks: [], verifiedAt: ahead(0) },
        );
      case "GET channels":
        return list([
          { phoneNumberId: "106540352242922", wabaId: "102290129340398", displayPhoneNumber: "+62 21 5550 0100", accessTokenEnd: "x7Qa" },
        ]);
      case "GET dead-letters":
        return list([
          {
            id: id("de", 1),
            kind: "bus",
            name: "wa.message.incoming",
            reason: "Definisi wawancara tidak ditemukan: land v3",
            attempts: 8,
            at: ahead(-90),
          },
        ]);
      case "GET staff":
        return list(staff);
      default:
        return method === "GET" ? refuse(404, "not_found", "Tidak ditemukan.") : ok();
    }
  }

  function middleware(request: IncomingMessage, response: ServerResponse, next: Connect.NextFunction) {
    const url = new URL(request.url ?? "/", "http://demo");
    if (!url.pathname.startsWith("/api/v1/")) {
      next();
      return;
    }
    if (url.pathname === "/api/v1/live") {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.write(": hello\n\n");
      return;
    }
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const body = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
      const { status, body: said } = answer(request.method ?? "GET", url.pathname.replace("/api/v1", ""), url.searchParams, body);
      response.writeHead(status, { "Content-Type": status >= 400 ? "application/problem+json" : "application/json" });
      response.end(said === undefined ? "" : JSON.stringify(said));
    });
  }

  return {
    name: "demo-api",
    configureServer: (server) => void server.middlewares.use(middleware),
    configurePreviewServer: (server) => void server.middlewares.use(middleware),
  };
}
