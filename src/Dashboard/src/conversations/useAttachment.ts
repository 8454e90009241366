import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { media } from "../api/endpoints";
import type { AttachedMedia, Id } from "../api/types";

/** A file beside the words: on its way to the hub, being scanned there, and then ready to be proposed. */
export interface Attachment {
  file: File;
  /** How much of it has left, from 0 to 1. */
  part: number;
  media?: AttachedMedia;
  error?: unknown;
}

const whileScanned = 700;

export function useAttachment(conversation: Id) {
  const [attachment, setAttachment] = useState<Attachment>();
  const upload = useRef<AbortController>(undefined);
  const id = attachment?.media?.id;
  const state = useQuery({
    queryKey: ["media", id],
    queryFn: () => media.state(id ?? ""),
    enabled: id !== undefined,
    refetchInterval: ({ state: { data } }) => (data === undefined || data.state === "scanning" ? whileScanned : false),
  });
  useEffect(() => () => upload.current?.abort(), []);

  const remove = () => {
    upload.current?.abort();
    setAttachment(undefined);
  };
  const attach = (file: File) => {
    upload.current?.abort();
    const own = new AbortController();
    upload.current = own;
    setAttachment({ file, part: 0 });
    const put = (changed: Partial<Attachment>) => !own.signal.aborted && setAttachment((present) => present && { ...present, ...changed });
    media
      .attach(conversation, file, (part) => put({ part }), own.signal)
      .then(
        (taken) => put({ part: 1, media: taken }),
        (error: unknown) => put({ error }),
      );
  };
  return {
    attachment: attachment && {
      ...attachment,
      ...(state.data !== undefined && { media: state.data }),
      ...(state.error !== null && { error: state.error }),
    },
    attach,
    remove,
  };
}
