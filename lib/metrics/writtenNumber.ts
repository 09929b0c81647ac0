/** How numbers in a text are written. */
export interface WrittenNumbers {
  /** Decimal mark; the other of point and comma stands between thousands. Default ".". */
  readonly decimal?: "." | ",";
  /** What "57 %" is: the number 57 ("number", default) or .57 ("share"). */
  readonly percent?: "number" | "share";
}

/** Minus signs; spaces, apostrophes and low lines between thousands; the cross and dot before a power of ten. */
const [minus, gap, times] = ["[-\u2212\u2013\ufe63\uff0d]", "[ \u00a0\u2009\u202f'\u2019_]", "[x\u00d7\u22c5\u00b7*]"];
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A number as people write it: groups of thousands (also Indian ones) with commas, points, spaces or apostrophes between; any minus sign; a currency sign or
 * code before or after; a percent sign; a full stop at the end; "1.5 × 10^3" and "1.5 × 10³"; fractions, "3/4", "2 1/2" and "2½"; digits of any script. NaN for a text that is not a number as a whole.
 */
export function writtenNumber(text: string, { decimal = ".", percent = "number" }: WrittenNumbers): number {
  const plain = inAscii(text, decimal).trim().replace(/\.$/, "");
  const found = pattern(decimal).exec(plain);
  if (found === null) return writtenFraction(plain);
  const { sign, inner, whole = "", fraction = "", e, tens, share } = found.groups as Record<string, string | undefined>;
  const digits = whole.replace(/\D/g, "");
  if (digits + fraction === "") return Number.NaN;
  if (sign !== undefined && inner !== undefined) return Number.NaN;
  const negative = [sign, inner].some((mark) => mark !== undefined && mark !== "+");
  const power = (e ?? tens ?? "0").replace(new RegExp(minus, "u"), "-");
  const value = Number(`${negative ? "-" : ""}${digits || "0"}.${fraction || "0"}e${power}`);
  return share !== undefined && percent === "share" ? value / 100 : value;
}

/** A whole number over another, alone or behind a whole number; NaN for what is none. */
function writtenFraction(text: string): number {
  // A vulgar fraction comes apart into its digits around a fraction slash.
  const apart = text.replace(/[\u00bc-\u00be\u2150-\u215e]/gu, (one) => ` ${one.normalize("NFKC")}`);
  const [, sign, whole = "0", over, under] =
    new RegExp(`^(${minus}|\\+)?\\s*(?:(\\d+)\\s+)?(\\d+)\\s*[/\u2044\u2215]\\s*(\\d+)$`, "u").exec(apart) ?? [];
  const value = Number(whole) + Number(over) / Number(under);
  if (!Number.isFinite(value)) return Number.NaN;
  return sign === undefined || sign === "+" ? value : -value;
}

function pattern(decimal: "." | ","): RegExp {
  const separator = decimal === "." ? "," : "\\.";
  const whole = `\\d{1,3}(?:${separator}\\d{3})+|\\d{1,2}(?:${separator}\\d{2})+${separator}\\d{3}|\\d{1,3}(?<gap>${gap})\\d{3}(?:\\k<gap>\\d{3})*|\\d+`;
  const currency = "(?:[A-Z]{1,3})?\\p{Sc}|[A-Z]{3}";
  const exponent = `(?:e(?<e>${minus}?\\+?\\d+)|\\s*${times}\\s*10\\^?\\{?(?<tens>${minus}?\\d+)\\}?)`;
  return new RegExp(
    `^(?<sign>${minus}|\\+)?\\s*(?:(?:${currency})\\s*)?(?<inner>${minus}|\\+)?(?<whole>${whole})?(?:[${decimal}](?<fraction>\\d*))?${exponent}?\\s*(?<share>%)?(?:\\s*(?:${currency}))?$`,
    "iu",
  );
}

/** Digits of any script, superscripts after a 10, Arabic marks and signs of full width as ASCII ones. */
function inAscii(text: string, decimal: "." | ","): string {
  return text
    .replace(/10([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/gu, (_, power: string) => {
      const plain = power
        .replace("⁻", "-")
        .replace("⁺", "")
        .replace(/[⁰-⁹¹²³]/gu, (digit) => String(raised.indexOf(digit)));
      return `10^${plain}`;
    })
    .replace(/^(\s*[^\d\s]?\s*)10\^/u, "$11*10^")
    .replace(/(?![0-9])\p{Nd}/gu, digitOf)
    .replace(/[\u066b\u066c\uff0c\uff0e\uff05\u066a]/g, (mark) => {
      if (mark === "\u066b") return decimal;
      if (mark === "\u066c") return decimal === "." ? "," : ".";
      return mark === "\uff0c" ? "," : mark === "\uff0e" ? "." : "%";
    });
}

/** Decimal digits stand in runs of ten, 0 first: a digit is as many as there are digits before it, modulo ten. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) as number;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}
