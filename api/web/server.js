// Talks to the server: JSON there and back, and the stream of an answer. Knows no elements.

/** An error the server explains in Chinese. */
export class Problem extends Error {
  constructor(status, code, message, requestId = "") {
    super(message);
    Object.assign(this, { status, code, requestId });
  }
}

/** Told to the window when the server wants to know who is asking. */
export const SIGNED_OUT = "signed-out";

const OFFLINE = "连不上服务。请确认它在运行，再试一次。";
const UNEXPLAINED = "服务出错了。请稍后再试。";

/** @param {string} path @param {Record<string, unknown>} [query] empty values are left out, lists repeated */
export function address(path, query = {}) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== "" && one !== null && one !== undefined) parameters.append(name, String(one));
    }
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** The JSON at an address; throws Problem. */
export async function getJson(path, query = {}) {
  const response = await send(address(path, query), {});
  return response.json();
}

/** What the server answers to a request with a JSON body, null where it has nothing to say; throws Problem. */
export async function sendJson(method, path, body = undefined) {
  const response = await send(path, body === undefined ? { method } : { method, ...json(body) });
  return response.status === 204 ? null : response.json();
}

/** An answer as a Word file, its sources as footnotes. @param {object} answer @returns {Promise<Blob>} */
export async function answerFile(answer) {
  const response = await send("api/ask/docx", { method: "POST", ...json(answer) });
  return response.blob();
}

/** Whether questions can be answered, and what is missing. */
export async function readiness() {
  try {
    const response = await fetch("api/status");
    return await response.json();
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof SyntaxError)) throw error;
    return { ready: false, library: false, missing: [OFFLINE] };
  }
}

/**
 * Ask; `onStage` hears the stages. The verified answer; throws Problem, or AbortError when stopped.
 * @param {{question: string, documents: string[], history?: object[], conversation_id?: string}} body
 * @param {(stage: string) => void} onStage
 * @param {AbortSignal} signal
 */
export async function ask(body, onStage, signal) {
  const response = await send("api/ask/stream", { method: "POST", ...json(body), signal });
  let answer = null;
  try {
    for await (const { event, data } of events(response.body)) {
      if (event === "stage") onStage(data);
      if (event === "answer") answer = JSON.parse(data);
      if (event === "error") throw toProblem(500, JSON.parse(data));
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  if (answer) return answer;
  throw new Problem(0, "interrupted", "答复在传来之前中断了。请再试一次。");
}

/** The problem that a status and a body tell of, where there is one. */
export function toProblem(status, body) {
  const { code = "unknown", message = UNEXPLAINED, request_id: id = "" } = body?.error ?? {};
  if (code === "not_signed_in") window.dispatchEvent(new Event(SIGNED_OUT));
  return new Problem(status, code, message, id);
}

/** The problem of a server that does not answer at all. */
export function offline() {
  return new Problem(0, "offline", OFFLINE);
}

function json(body) {
  return { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error instanceof TypeError) throw offline();
    throw error;
  }
  if (response.ok) return response;
  const body = await response.json().catch(() => null);
  throw toProblem(response.status, body);
}

/** Server-sent events of a body. @param {ReadableStream<Uint8Array>} body */
async function* events(body) {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let pending = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    pending += decoder.decode(value, { stream: true });
    const parts = pending.split("\n\n");
    pending = parts.pop();
    yield* parts.map(toEvent);
  }
}

function toEvent(text) {
  const lines = text.split("\n");
  const of = (name) => lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
  return { event: of("event")[0] ?? "message", data: of("data").join("\n") };
}
