import type { Notification } from "../api/types";

/** Where what waits is to be found. */
export function placePath({ kind, id }: Notification["place"]): string {
  switch (kind) {
    case "conversation":
      return `/inbox/${id}`;
    case "intake":
      return `/intakes/${id}`;
    case "reply":
      return "/replies";
    case "ticket":
      return `/tickets/${id}`;
    case "template":
      return `/templates/${id}`;
    case "channel":
      return "/admin";
    case "ledger":
      return "/audit";
    case "home":
      return "/";
  }
}
