import {
  BookOpen,
  Clock,
  FileCheck2,
  GitFork,
  House,
  Megaphone,
  MessageSquareText,
  MessagesSquare,
  Receipt,
  ScrollText,
  Settings2,
  ShieldCheck,
  SquarePen,
  type LucideIcon,
} from "lucide-react";
import type { Act } from "../tenancy/rights";

export interface Room {
  path: string;
  name:
    | "home"
    | "inbox"
    | "replies"
    | "intakes"
    | "definitions"
    | "tickets"
    | "matters"
    | "time"
    | "invoices"
    | "knowledge"
    | "templates"
    | "audit"
    | "admin";
  sign: LucideIcon;
  /** The second key after `g`. */
  key: string;
  /** Whoever may one of these sees the room. */
  needs: readonly Act[];
}

export const rooms: readonly Room[] = [
  { path: "/", name: "home", sign: House, key: "h", needs: ["readQueue"] },
  { path: "/inbox", name: "inbox", sign: MessagesSquare, key: "i", needs: ["readQueue"] },
  { path: "/replies", name: "replies", sign: FileCheck2, key: "r", needs: ["readQueue"] },
  { path: "/intakes", name: "intakes", sign: SquarePen, key: "w", needs: ["readQueue"] },
  { path: "/definitions", name: "definitions", sign: GitFork, key: "d", needs: ["readQueue"] },
  { path: "/tickets", name: "tickets", sign: Megaphone, key: "l", needs: ["readQueue"] },
  { path: "/matters", name: "matters", sign: ScrollText, key: "m", needs: ["readQueue"] },
  { path: "/time", name: "time", sign: Clock, key: "t", needs: ["readQueue"] },
  { path: "/invoices", name: "invoices", sign: Receipt, key: "f", needs: ["readQueue"] },
  { path: "/knowledge", name: "knowledge", sign: BookOpen, key: "k", needs: ["readQueue"] },
  { path: "/templates", name: "templates", sign: MessageSquareText, key: "p", needs: ["readQueue"] },
  { path: "/audit", name: "audit", sign: ShieldCheck, key: "a", needs: ["verifyAudit"] },
  { path: "/admin", name: "admin", sign: Settings2, key: "s", needs: ["administer", "retryDeadLetters", "keepPacks"] },
];
