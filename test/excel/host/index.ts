export { Book, dataOf, MARKER, type BookData, type BookSheet } from "./book";
export { FakeExcel, type Trip } from "./fake-excel";
export { Faults } from "./refusal";
