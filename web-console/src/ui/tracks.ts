const gap = 0.75

/** How many rem grid tracks need at least, with the gaps between them and the padding of their row. */
export function remsOf(tracks: readonly string[]) {
  const widths = tracks.map((track) => Number(/^(?:minmax\()?([\d.]+)rem/.exec(track)?.[1] ?? 0))
  return widths.reduce((sum, width) => sum + width, 0) + gap * (tracks.length - 1) + 2 * gap
}
