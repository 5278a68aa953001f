/**
 * The network in the browser. Pure functions; no DOM, no Dash.
 *
 * Index (made by `layouts/page_index.py`): {
 *   vocabulary: {home: string[], ...},
 *   entities: {id: {kind, name, homes: string[], ties: string[], themes: string[], later: 0|1, country: 0|1}},
 *   ties: {id: {kind, ends: [source, target], exchange: 0|1, homes, themes, later: 0|1, words: [forward, back]}}
 * }
 */

/** Index -> Map of entity id -> [{tie, other}], in the order in which paths are sought: exchange ties first, then by id. */
export function neighbours(index, { later = true } = {}) {
  const joined = new Map(Object.keys(index.entities).map((id) => [id, []]));
  for (const [tie, { ends: [source, target], exchange, later: isLater }] of Object.entries(index.ties)) {
    if (isLater && !later) continue;
    joined.get(source).push({ tie, other: target, rank: exchange ? 0 : 1 });
    joined.get(target).push({ tie, other: source, rank: exchange ? 0 : 1 });
  }
  for (const list of joined.values()) list.sort(byRankThenId);
  return joined;
}

/**
 * What is shown beside a selection: Set of ids of entities and ties, without the thing itself. Of an entity its
 * neighbours with the ties to them, and the exchange ties that they complete; of a home also every exchange tie of its
 * organisations, of a country those of its partners; of a tie its two ends.
 */
export function near(index, joined, id) {
  if (index.ties[id]) return new Set(index.ties[id].ends);
  const found = new Set((joined.get(id) || []).flatMap(({ tie, other }) => [tie, other]));
  const around = new Set([id, ...found]);
  const isHome = index.vocabulary.home.includes(id);
  for (const [tie, { ends, exchange, homes }] of Object.entries(index.ties)) {
    if (!exchange) continue;
    const completes = ends.every((end) => around.has(end));
    const belongs = isHome ? homes.includes(id) : index.entities[id].country && ends.some((end) => around.has(end));
    if (completes || belongs) for (const each of [tie, ...ends]) found.add(each);
  }
  found.delete(id);
  return found;
}

/** The shortest way from one entity to another: [{from, to, tie}], [] for the same entity, null when there is none. */
export function findPath(joined, from, to) {
  if (!joined.has(from) || !joined.has(to)) return null;
  const arrivedBy = new Map([[from, null]]);
  const queue = [from];
  for (const here of queue) {
    if (here === to) return retrace(arrivedBy, to);
    for (const { tie, other } of joined.get(here)) {
      if (arrivedBy.has(other)) continue;
      arrivedBy.set(other, { from: here, to: other, tie });
      queue.push(other);
    }
  }
  return null;
}

/** Whether an entity or tie passes the filters of a state. An empty filter lets everything pass. */
export function passes(facets, state) {
  return (state.later || !facets.later)
    && meets(state.home, facets.homes) && meets(state.tie, facets.ties) && meets(state.theme, facets.themes);
}

function meets(wanted, has) {
  return wanted.length === 0 || has.some((value) => wanted.includes(value));
}

function byRankThenId(a, b) {
  return a.rank - b.rank || compare(a.other, b.other) || compare(a.tie, b.tie);
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function retrace(arrivedBy, to) {
  const steps = [];
  for (let step = arrivedBy.get(to); step; step = arrivedBy.get(step.from)) steps.unshift(step);
  return steps;
}
