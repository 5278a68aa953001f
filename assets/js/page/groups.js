/** The folded parts of the network: those that hold what is selected open, and close again when something else is. */
const MOST = 6; // opened at once; of a home that is parted by country the reader opens one

/** root: the page or a scene; gives open(select). */
export function createGroups(root) {
  const groups = [...root.querySelectorAll(".network-group")];
  const scroller = groups[0]?.closest(".network-scroller, .scroller");
  let opened = new Set();

  return (select) => {
    const mark = `.stage [data-mark="${CSS.escape(select)}"]`;
    const holding = select ? groups.filter((group) => group.querySelector(mark)) : [];
    const wanted = new Set(holding.length <= MOST ? holding : []);
    for (const group of opened) if (!wanted.has(group)) group.open = false;
    opened = new Set([...wanted].filter((group) => opened.has(group) || !group.open));
    for (const group of wanted) group.open = true;
    if (wanted.size) reveal([...wanted][0]);
  };

  /** Scrolls the network alone, never the page. */
  function reveal(group) {
    const [top, room] = [group.getBoundingClientRect().top - scroller.getBoundingClientRect().top, scroller.clientHeight];
    if (top < 0 || top + Math.min(group.offsetHeight, room) > room) scroller.scrollTop += top;
  }
}
