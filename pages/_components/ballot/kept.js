// What this phone keeps of its own: answers that are not stored yet, drafts, and where somebody was.

const EMPTY = { queue: [], drafts: {}, places: {}, asked: {}, refused: [], person: 1, department: "" };

function keptOf(seat) {
  try {
    return { ...structuredClone(EMPTY), ...JSON.parse(localStorage.getItem(storageKey(seat)) ?? "{}") };
  } catch {
    return structuredClone(EMPTY); // a browser that keeps nothing still takes part
  }
}

function keep(phone) {
  try {
    localStorage.setItem(storageKey(phone.seat), JSON.stringify(phone.kept));
  } catch {
    // full, or forbidden: what is not stored yet then lives as long as the page
  }
}

function forget(phone) {
  try {
    localStorage.removeItem(storageKey(phone.seat));
  } catch {
    // nothing was kept
  }
}

function storageKey(seat) {
  return `touchpoints-phone-${seat}`;
}

function draftOf(phone, name) {
  return phone.kept.drafts[name] ?? "";
}

function keepDraft(phone, name, text) {
  if (text) phone.kept.drafts[name] = text;
  else delete phone.kept.drafts[name];
  keep(phone);
}
