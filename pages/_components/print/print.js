export default function ({ data: [label], parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = label;
  button.onclick = () => window.print();
}
