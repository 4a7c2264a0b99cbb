// Fills PDF forms with pdf.js and saves them: `node fill.mjs jobs.json`, a list of {source, target, values}.

import { readFileSync, writeFileSync } from "node:fs";

// Drawing a page needs these; filling in and saving a form does not, so that no package for drawing is installed.
globalThis.DOMMatrix ??= class {};
globalThis.Path2D ??= class {};
globalThis.ImageData ??= class {};
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");

function stored(widget, value) {
  if (widget.type === "radiobutton") return { value: widget.exportValues === value };
  if (widget.type === "checkbox") return { value: true };
  return { value };
}

for (const { source, target, values } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(source)), verbosity: 0 }).promise;
  const fields = await pdf.getFieldObjects();
  for (const [name, value] of Object.entries(values)) {
    for (const widget of fields[name].filter((one) => one.id && one.rect)) {
      pdf.annotationStorage.setValue(widget.id, stored(widget, value));
    }
  }
  writeFileSync(target, await pdf.saveDocument());
  await pdf.loadingTask.destroy();
}
