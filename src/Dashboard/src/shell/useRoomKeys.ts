import { useEffect } from "react";
import { useNavigate } from "react-router";
import { isFree } from "../ui/useKeys";
import { openShortcuts } from "./ShortcutHelp";
import type { Room } from "./rooms";

const patience = 1500;

/** `g` and a letter walk to a room, `?` shows the keys. */
export function useRoomKeys(rooms: readonly Room[]): void {
  const navigate = useNavigate();
  useEffect(() => {
    let goingSince = 0;
    function press(event: KeyboardEvent) {
      if (!isFree(event)) return;
      if (event.key === "?") {
        event.preventDefault();
        openShortcuts();
        return;
      }
      const going = event.timeStamp - goingSince < patience && goingSince !== 0;
      goingSince = event.key === "g" ? event.timeStamp : 0;
      const room = going ? rooms.find(({ key }) => key === event.key) : undefined;
      if (room === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation(); // the page's own single keys must not act on the second letter
      void navigate(room.path);
    }
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [rooms, navigate]);
}
