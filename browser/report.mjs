// Counting what held, printing what did not, and the closing line that scripts read.

export class Report {
  #passed = 0;
  #failed = 0;

  /** One check at one place; `faults` says in words what is wrong, nothing when it held. */
  add(place, check, faults) {
    if (faults.length === 0) {
      this.#passed += 1;
      return;
    }
    this.#failed += 1;
    const more = faults.length > 6 ? [`and ${faults.length - 6} more`] : [];
    const words = [...faults.slice(0, 6), ...more].map(oneLine).join('; ');
    console.log(`FAILED ${place} · ${check}: ${words}`);
  }

  /** Makes a check and adds what it finds; a check that breaks off has failed. */
  async take(place, check, find) {
    try {
      this.add(place, check, await find());
    } catch (trouble) {
      this.add(place, check, [`could not be checked: ${trouble.message}`]);
    }
  }

  /** Prints the closing line and sets the exit status. */
  close() {
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    process.exitCode = this.#failed > 0 || this.#passed === 0 ? 1 : 0;
  }
}

function oneLine(text) {
  return String(text).replace(/\s+/g, ' ').trim().slice(0, 300);
}
