// Each answer has an id and is told until the server has said what became of it; there it is stored once.

const PATIENCE = [2_000, 4_000, 8_000, 15_000]; // milliseconds until what is not confirmed is told again
const GATHERING = 350; // milliseconds in which taps on the same thing become one answer

// A browser gives crypto.randomUUID to secure addresses alone; a workshop's laptop has none.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

function perform(phone, act) {
  phone.kept.queue.push({ id: newId(), ...act });
  keep(phone);
  tell(phone);
  draw(phone);
}

function performIn(phone, activity, act) {
  stayHere(phone, activity);
  perform(phone, { ...act, activity: activity.id, person: phone.data.person });
}

// Taps on a stepper: the last answer grows as long as nobody has been told of it.
function gather(phone, activity, part, subject, value) {
  stayHere(phone, activity);
  const last = phone.kept.queue.at(-1);
  const isSame = last?.activity === activity.id && last.person === phone.data.person && last.given?.[part];
  if (isSame && !phone.told.has(last.id)) last.given[part][subject] = value;
  else phone.kept.queue.push({
    ...{ id: newId(), kind: "answer", activity: activity.id, person: phone.data.person },
    given: { [part]: { [subject]: value } },
  });
  keep(phone);
  clearTimeout(phone.gathering);
  phone.gathering = setTimeout(() => tell(phone), GATHERING);
  draw(phone);
}

// Streamlit may drop a message while another is under way, so each holds all that is not confirmed yet.
function tell(phone) {
  clearTimeout(phone.timer);
  clearTimeout(phone.gathering);
  if (!phone.kept.queue.length) return;
  for (const { id } of phone.kept.queue) phone.told.add(id);
  phone.emit("acts", phone.kept.queue);
  const patience = PATIENCE[Math.min(phone.tries, PATIENCE.length - 1)];
  phone.tries += 1;
  phone.timer = setTimeout(() => {
    tell(phone);
    draw(phone);
  }, patience);
}

function receive(phone, results) {
  const { kept } = phone;
  const done = kept.queue.filter(({ id }) => id in results);
  if (!done.length) return;
  kept.queue = kept.queue.filter(({ id }) => !(id in results));
  for (const act of done) {
    if (results[act.id]) refuse(phone, act, results[act.id]);
    else phone.stored.add(storedKey(act));
  }
  phone.tries = 0;
  clearTimeout(phone.timer);
  keep(phone);
  if (kept.queue.length) tell(phone);
}

// What was stored is said where it was answered, and to whoever answered it.
function storedKey({ activity, person }) {
  return `${activity} ${person}`;
}

function refuse(phone, act, sentence) {
  phone.kept.refused.push({ sentence, text: act.text ?? "" });
}
