/** One state, changed by actions; everything else listens. No DOM, no Dash. */
export function createStore(state, reduce) {
  const listeners = new Set();
  return {
    get state() { return state; },
    dispatch(action) {
      const before = state;
      state = reduce(state, action);
      if (state !== before) for (const listener of listeners) listener(state, before, action);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
