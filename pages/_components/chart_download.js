// Two buttons that let Plotly's own exporter save the chart beside them, with its finding written on top.

const LETTER = 0.52; // average width of a letter as a share of the font size

function wrapped(text, letters) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (longer.length > letters && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

// Plotly reads labels as HTML; the finding may hold what a user typed.
function plain(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function withTitle(layout, title, width) {
  const size = Math.round((layout.font?.size ?? 14) * 1.3);
  const lines = wrapped(title, Math.floor((width - 24) / (size * LETTER)));
  const extra = Math.round(lines.length * size * 1.3 + size * 1.4);
  return {
    ...layout,
    height: layout.height + extra,
    margin: { ...layout.margin, t: (layout.margin?.t ?? 0) + extra },
    title: {
      text: lines.map(plain).join("<br>"), automargin: false,
      x: 0, xref: "container", xanchor: "left", y: 1, yref: "container", yanchor: "top",
      pad: { t: size * 1.5, l: 8 }, font: { size, weight: 600 },
    },
  };
}

// The exporter copies the figure at once, so the page never shows the borrowed title.
function save(plot, format, data) {
  // The exporter's button has no name but its title, which the page has put into words.
  const button = [...plot.querySelectorAll(".modebar-btn")].find((one) => one.dataset.title === data.exporter);
  const { layout, _context: context } = plot;
  const width = plot._fullLayout?.width ?? plot.clientWidth;
  const full = withTitle({ ...layout, height: plot._fullLayout?.height ?? layout.height }, data.title, width);
  const options = context.toImageButtonOptions;
  context.toImageButtonOptions = {
    format, filename: data.filename, width, height: full.height, scale: format === "png" ? 2 : 1,
  };
  plot.layout = full;
  try {
    button.click();
  } finally {
    plot.layout = layout;
    context.toImageButtonOptions = options;
  }
}

export default function (component) {
  const { data: [data], parentElement } = component;
  const place = parentElement.querySelector(".images");
  place.replaceChildren(...["png", "svg"].map((format) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = data.labels[format];
    button.onclick = () => {
      const plot = document.querySelector(`.st-key-${CSS.escape(data.chart)} .js-plotly-plot`);
      if (plot) save(plot, format, data);
    };
    return button;
  }));
}
