// As much of a page as our scripts ask for when they are read, and a document that is told what to answer.

/** Makes a page of the engine's the surroundings of what is imported afterwards. */
export function openPage({ cookie = '', body = {} } = {}) {
  const events = [];
  globalThis.window = globalThis;
  globalThis.document = {
    cookie,
    body,
    querySelector: css => (css === 'base' ? { getAttribute: () => '/rectify/camunda' } : null)
  };
  globalThis.dispatchEvent = event => events.push(event.type);
  return events;
}

/** A server that answers what it is told, and remembers what it was asked. */
export function answering(status, body) {
  const asked = [];
  globalThis.fetch = async (url, options) => {
    asked.push({ url, ...options });
    return { ok: status < 400, status, text: async () => body };
  };
  return asked;
}
