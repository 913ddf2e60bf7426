package org.ipwarehouse.app.walk;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** All that reads the demonstration, in one process, which makes it once. */
@Suite
@SelectClasses({OneNumberSpec.class, DemonstrationSpec.class})
class WalkOfTheDemonstrationTest {}
