// Sends a file to the server and tells how much of it is there. fetch cannot tell; knows no elements.

import { offline, toProblem } from "./server.js";

/**
 * Add a file, or put it in the place of a document; the report of what was read. Throws Problem.
 * @param {File} file
 * @param {{regions?: string[], replaced?: string, previewed?: string}} about what people call the place; the id of the document
 *        replaced, or of one that is only to be looked at as if it were (the answer is what would change)
 * @param {(share: number) => void} onSent the share that has been sent, 0 to 1
 * @returns {Promise<{documents: object[]}>}
 */
export function sendDocument(file, { regions = [], replaced, previewed }, onSent) {
  const form = new FormData();
  form.append("file", file);
  for (const region of regions) form.append("region", region);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => event.lengthComputable && onSent(event.loaded / event.total));
    request.addEventListener("error", () => reject(offline()));
    request.addEventListener("load", () => {
      if (request.status < 300) resolve(request.response);
      else reject(toProblem(request.status, request.response));
    });
    if (previewed) request.open("POST", `api/documents/${encodeURIComponent(previewed)}/preview`);
    else if (replaced) request.open("PUT", `api/documents/${encodeURIComponent(replaced)}`);
    else request.open("POST", "api/documents");
    request.send(form);
  });
}
