// @ts-check
// Days as people write them here: day first, with any mark between, or eight digits.

const WRITTEN = /^(?:ngày\s+)?(\d{1,2})(?:\s*[/.\-]\s*|\s+(?:tháng\s+)?)(\d{1,2})(?:\s*[/.\-]\s*|\s+(?:năm\s+)?)(\d{4})$/iu;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The day that a text says.
 * @param {string} text
 * @returns {string | null} ISO `yyyy-MM-dd`; null when it is no day, or not a whole one
 */
export function isoOf(text) {
  const words = text.normalize("NFC").trim();
  const [, year, month, day] = ISO.exec(words) ?? turned(WRITTEN.exec(words) ?? DIGITS.exec(words)) ?? [];
  const iso = year && `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return iso && exists(iso) ? iso : null;
}

/**
 * A value as a date field shows it: `05/02/2027`. What is no day stays as it was typed.
 * @param {string} value
 */
export function shownDay(value) {
  const [, year, month, day] = ISO.exec(value) ?? [];
  return year ? `${day}/${month}/${year}` : value;
}

/** @param {RegExpExecArray | null} found day, month, year @returns {string[] | null} the other way round */
const turned = (found) => found && [found[0], found[3], found[2], found[1]];

/** @param {string} iso */
function exists(iso) {
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) && iso >= "1900";
}
