import { FileText, Image, Mic, Video } from "lucide-react";

/** What kind of file it is, at a glance. */
export function FileSign({ mimeType }: { mimeType: string }) {
  const Sign = mimeType.startsWith("image/")
    ? Image
    : mimeType.startsWith("video/")
      ? Video
      : mimeType.startsWith("audio/")
        ? Mic
        : FileText;
  return <Sign size={18} aria-hidden />;
}
