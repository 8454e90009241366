import type { Message } from "../api/types";

/**
 * What the client tapped, in the words that stood on it. WhatsApp may send the id alone; then the offer says it: the message that was
 * answered, or else the latest one before that offered this id.
 */
export function choiceTitle(message: Message, messages: readonly Message[]): string | undefined {
  const choice = message.interactiveReply;
  if (choice === null || choice === undefined) return undefined;
  if (choice.title !== "") return choice.title;
  const earlier = messages.slice(0, messages.indexOf(message));
  const answered = earlier.find(({ id }) => id === message.replyTo);
  return [answered, ...earlier.toReversed()].map((offer) => offered(offer, choice.id)).find((title) => title !== undefined);
}

function offered(message: Message | undefined, id: string): string | undefined {
  const options = [...(message?.buttons ?? []), ...(message?.list?.rows ?? [])];
  return options.find((option) => option.id === id)?.title;
}
