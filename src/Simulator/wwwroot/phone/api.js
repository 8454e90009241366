/** The simulator's control API, as far as a phone needs it. */
const clientPath = (phone) => `/simulator/clients/${encodeURIComponent(phone)}`;

async function ask(path, body) {
  const response = await fetch(path, body === undefined
    ? {}
    : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail ?? `${response.status}`);
  }
  return response.status === 204 ? null : response.json();
}

export const readContact = () => ask("/simulator/contact");
export const readClients = () => ask("/simulator/clients");
export const readMessages = (phone) => ask(`${clientPath(phone)}/messages`);
export const write = (client, message) => ask(`${clientPath(client.phone)}/messages`, { ...message, name: client.name });
export const markRead = (phone) => ask(`${clientPath(phone)}/read`, {});
export const listen = (phone) => new EventSource(`${clientPath(phone)}/events`);
