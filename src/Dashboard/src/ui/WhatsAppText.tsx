import type { ReactNode } from "react";

// As WhatsApp reads them: a mark stands before and after words, not within a word and not beside a space.
const marked = /```([\s\S]+?)```|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\2(?![\p{L}\p{N}])/u;

const tags = { "*": "strong", _: "em", "~": "s" } as const;

/** WhatsApp's *bold*, _italic_, ~struck~ and ```mono``` as the client will see them. Everything else stays what it is: text. */
export function WhatsAppText({ children }: { children: string }): ReactNode {
  const match = marked.exec(children);
  if (match === null) return children;
  const [whole, mono, mark, words] = match;
  const Tag = tags[mark as keyof typeof tags];
  return (
    <>
      {children.slice(0, match.index)}
      {mono !== undefined ? (
        <code>{mono}</code>
      ) : (
        <Tag>
          <WhatsAppText>{words ?? ""}</WhatsAppText>
        </Tag>
      )}
      <WhatsAppText>{children.slice(match.index + whole.length)}</WhatsAppText>
    </>
  );
}
