// What is bundled into the page, each with its version in package-lock.json; a test compares the two.

export const LICENCES: [name: string, version: string, licence: string, whose: string][] = [
  ["diplomatic-kg", "", "MIT", ""],
  ["world-atlas", "2.0.2", "ISC", "Copyright 2013-2019 Michael Bostock"],
];

export const ISC = "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies. The software is provided “as is” and the author disclaims all warranties with regard to this software including all implied warranties of merchantability and fitness. In no event shall the author be liable for any special, direct, indirect, or consequential damages or any damages whatsoever resulting from loss of use, data or profits, whether in an action of contract, negligence or other tortious action, arising out of or in connection with the use or performance of this software.";
