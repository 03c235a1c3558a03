// What was drawn stays as long as it says the same: the keyboard may be in it.
const drawn = new WeakMap();

function parts(data, choose) {
  const made = data.links ? [linkList(data.links)] : [];
  if (data.languages) made.push(languageGroup(data.languages, data.language, choose));
  if (data.looks) made.push(lookGroup(data.looks, data.addresses));
  if (data.leave) made.push(wayOut(...data.leave));
  return made;
}

function redraw(place, data, choose) {
  const kept = place.getRootNode().activeElement?.getAttribute("href");
  place.replaceChildren(...parts(data, choose));
  const again = kept && [...place.querySelectorAll("a")].find((one) => one.getAttribute("href") === kept);
  if (again) again.focus();
}

export default function ({ data: [data], parentElement, setStateValue, setTriggerValue }) {
  window.touchpointsAsksWidth = data.asksWidth;
  window.touchpointsSetWidth = (width) => setStateValue("width", width);
  tellWidth();
  document.documentElement.lang = data.language;
  keep(chosen(), data.addresses);
  const place = parentElement.querySelector(".sidebar"), says = JSON.stringify(data);
  if (drawn.get(place) === says) return;
  drawn.set(place, says);
  redraw(place, data, (language) => setTriggerValue("language", language));
}
