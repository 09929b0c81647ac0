import { readTable } from "@emergence/data";
import type { Code } from "../data";
import { messageOf, misfit, poorErrors } from "../messageOf";

export const tables: Readonly<Record<string, Code>> = {
  M01() {
    const rows = readTable("date;amount\n2024-12-13;5.840,72\n2024-12-14;4.593,58\n2024-12-15;5.981,53\n");
    return { first: Number(rows[0]?.amount), last: Number(rows.at(-1)?.amount) };
  },
  M02() {
    const text = "state;cases;more;per\nBaden-Württemberg;2.155;+546;19,47\nBayern;2.401;+482;18,36\n";
    const [row] = readTable(text);
    return { cases: value(row?.cases), more: value(row?.more), per: value(row?.per) };
  },
  // A remark of the rows tells as well as an error would: no column is lost, and each has a name of its own.
  M03: () => ({ tells: told(() => readTable("c;c;c;c_1\n1;2;3;4\n")).includes("named c again") }),
  M04() {
    const rows = readTable("\ufeffColumn1;Column2;Column3\r\n1;2;3\r\n4;5;6\r\n");
    return { names: Object.keys(rows[0] ?? {}).join(), rows: rows.length, value: value(rows[1]?.Column3) };
  },
  M05() {
    const header = told(() => readTable("a,,b\n1,2,3\n"));
    const row = messageOf(() => readTable("a,b\n1,2\n3,4,5\n"));
    return { header: /column 2|second column/.test(header), row: /(row|line) [23]/.test(row ?? "") };
  },
  M06() {
    const text = "name;price;people\na;1.299,99;1.234.567\nb;12,50;980\n";
    const [row] = readTable(text, { price: "number", people: "integer" });
    return { value: value(row?.price), whole: value(row?.people) };
  },
  M07() {
    const rows = readTable("sep=;\nOne;Two;Three;Four\n1;2;3;4\n5;6;7;8\n");
    return { four: value(rows[1]?.Four), rows: rows.length };
  },
  M08() {
    let four: unknown;
    const message = messageOf(() => {
      four = readTable("One|Two|Three|Four\n1|2|3|4\n5|6|7|8\n")[1]?.Four;
    });
    return { ok: four === 8 || /\|/.test(message ?? "") };
  },
  M09() {
    let isKept = false;
    const message = messageOf(() => {
      isKept = Object.hasOwn(readTable("__proto__,b\n1,2\n")[0] ?? {}, "__proto__");
    });
    return { lost: !isKept && !/__proto__/.test(message ?? "") };
  },
  Q08() {
    const none = misfit(undefined);
    const nothing = misfit(null);
    const number = misfit(3);
    return {
      poor: poorErrors({
        readTable: () => readTable(none),
        readTable2: () => readTable(nothing),
        readTable3: () => readTable(number),
      }),
    };
  },
};

/** A cell's value if it is a number or a text. */
function value(cell: unknown): number | string {
  return typeof cell === "number" || typeof cell === "string" ? cell : String(cell);
}

/** What a reading says of a file: its error, or the remarks of its rows. */
function told(read: () => { readonly remarks: readonly string[] }): string {
  let remarks: readonly string[] = [];
  const message = messageOf(() => {
    remarks = read().remarks;
  });
  return message ?? remarks.join("\n");
}
