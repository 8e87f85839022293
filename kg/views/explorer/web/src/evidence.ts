// What is said of the contacts: unpacked when the first one is opened.
import { unpack } from "./block";
import { Lists, type Numbers, type Texts } from "./unpack";

export interface Claim { attribute: string; value: string; quote: string; source: number; sure: number; stance: string }
interface Part { name: string; capacity: string; side: string; tenure: string; note: string; count: number }
/** `between`: which of the contact's claims cannot all be true. */
interface Conflict { attribute: string; note: string; shown: string; because: string; between: Claim[] }

interface Packed {
  sources: { title: Numbers; url: string[]; kind: string[] };
  claims: { of: Numbers; attribute: string[]; passage: Numbers; sure: Numbers; stance: string[]; values: Record<string, Texts> };
  /** What is quoted of which source, and the titles of sources. */
  passages: { source: Numbers; text: string[] };
  parts: { of: Numbers } & { [name in Exclude<keyof Part, "count">]: string[] } & { count: Numbers };
  conflicts: { of: Numbers; attribute: string[]; note: string[]; shown: string[]; because: string[]; between: Lists };
}

export async function unpackEvidence(): Promise<Evidence> {
  return new Evidence(await unpack<Packed>("evidence"));
}

export class Evidence {
  readonly sources: { title: string[]; url: string[]; kind: string[] };
  private claimRows: Int32Array;
  private partRows: Int32Array;
  private conflictRows: Int32Array;
  /** Of each claim, which value of its attribute it has. */
  private nth: Int32Array;

  constructor(private packed: Packed) {
    this.sources = { ...packed.sources, title: Array.from(packed.sources.title, (nth) => packed.passages.text[nth]!) };
    [this.claimRows, this.partRows, this.conflictRows] = [begins(packed.claims.of), begins(packed.parts.of), begins(packed.conflicts.of)];
    const seen: Record<string, number> = {};
    this.nth = Int32Array.from(packed.claims.attribute, (attribute) => (seen[attribute] = (seen[attribute] ?? -1) + 1));
  }

  claims(at: number): Claim[] {
    const { claims, passages } = this.packed;
    return rows(this.claimRows, at).map((row) => {
      const attribute = claims.attribute[row]!, passage = claims.passage[row]!;
      return { attribute, value: claims.values[attribute]!.at(this.nth[row]!)!, quote: passages.text[passage]!, source: passages.source[passage]!, sure: claims.sure[row]! / 1000, stance: claims.stance[row]! };
    });
  }

  parts(at: number): Part[] {
    const { parts } = this.packed;
    return rows(this.partRows, at).map((row) => ({ name: parts.name[row]!, capacity: parts.capacity[row]!, side: parts.side[row]!, tenure: parts.tenure[row]!, note: parts.note[row]!, count: parts.count[row]! }));
  }

  conflicts(at: number): Conflict[] {
    const { conflicts } = this.packed, claims = this.claims(at);
    return rows(this.conflictRows, at).map((row) => ({ attribute: conflicts.attribute[row]!, note: conflicts.note[row]!, shown: conflicts.shown[row]!, because: conflicts.because[row]!, between: Array.from(conflicts.between.of(row), (nth) => claims[nth]!) }));
  }
}

function begins(counts: Numbers): Int32Array {
  return new Lists(counts, new Int32Array()).start;
}

function rows(begin: Int32Array, at: number): number[] {
  return Array.from({ length: begin[at + 1]! - begin[at]! }, (_, nth) => begin[at]! + nth);
}
