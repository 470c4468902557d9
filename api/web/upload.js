// Sends a file to the server and tells how much of it is there. fetch cannot tell; knows no elements.

import { offline, toProblem } from "./server.js";

/**
 * Add a file; the report of what was read. Throws Problem.
 * @param {File} file
 * @param {string[]} regions what people call the place
 * @param {(share: number) => void} onSent the share that has been sent, 0 to 1
 * @returns {Promise<{documents: object[]}>}
 */
export function addDocument(file, regions, onSent) {
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
    request.open("POST", "/api/documents");
    request.send(form);
  });
}
