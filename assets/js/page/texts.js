/** Fills the placeholders of a text from the catalogue: "{name}" with values.name. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
