/**
 * Pictures as PNG, drawn by the reader's own browser: no server of pictures, no internet.
 *
 * A button says what it wants: data-picture (address of an SVG with its fonts inside), data-width and data-height in
 * pixels, data-file.
 */

/** Shows the buttons of a page and fulfils them; does nothing on a page without any. */
export function offerPictures(root = document) {
  const status = root.querySelector(".picture-status");
  for (const button of root.querySelectorAll("button[data-picture]")) {
    button.hidden = false;
    button.addEventListener("click", () => fulfil(button, status));
  }
}

async function fulfil(button, status) {
  const { width, height, file } = button.dataset;
  button.disabled = true;
  if (status) status.textContent = "";
  try {
    const svg = await fetchPicture(new URL(button.dataset.picture, location.href));
    save(await rasterise(svg, Number(width), Number(height)), file);
  } catch (fault) {
    console.warn("the picture could not be drawn:", fault.message);
    if (status) status.textContent = status.dataset.failed;
  } finally {
    button.disabled = false;
  }
}

async function fetchPicture(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname} answers ${answer.status}`);
  return answer.text();
}

/** SVG source -> PNG blob of width x height pixels. */
export async function rasterise(svg, width, height) {
  const url = URL.createObjectURL(new Blob([resize(svg, width, height)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0, width, height);
    // Some browsers read fonts inside a picture only after they have drawn it once.
    await new Promise((resolve) => setTimeout(resolve, 150));
    context.drawImage(image, 0, 0, width, height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new Error("no picture came of it");
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The SVG source with another size in its first tag, so that it is drawn sharp instead of enlarged. */
export function resize(svg, width, height) {
  return svg.replace(/<svg\b[^>]*>/, (tag) =>
    tag.replace(/\swidth="[^"]*"/, ` width="${width}"`).replace(/\sheight="[^"]*"/, ` height="${height}"`));
}

function save(blob, file) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
