"""Where the parts of each kind of figure stand: `lay_out(drawing, plan)` fills the plan with shapes."""
