/** What the buttons of the ribbon run without the pane. */
export {};
