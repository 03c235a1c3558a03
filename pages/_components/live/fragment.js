// Stands in a fragment, and asks for this fragment alone when one of its scopes has moved.
export default function ({ data: [data], parentElement, setTriggerValue }) {
  takeNoPlace(parentElement);
  const fragment = live.fragments.get(data.name) ?? { drawn: {}, calls: 0 };
  live.fragments.set(data.name, fragment);
  fragment.scopes = data.scopes;
  fragment.ask = (numbers) => setTriggerValue("moved", numbers);
  fragment.drawn = data.drawn ?? fragment.drawn;
  fragment.askedAt = 0;
  catchUp(fragment);
  // Streamlit also ends a call that newer data have overtaken; the fragment belongs to the newest.
  const call = (fragment.calls += 1);
  return () => call === fragment.calls && live.fragments.delete(data.name);
}
